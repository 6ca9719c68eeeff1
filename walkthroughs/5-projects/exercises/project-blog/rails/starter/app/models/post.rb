class Post < ApplicationRecord
  # TODO: its author, tags and comments, and the checks; app/validators has one for texts
  # TODO: a scope for the posts that an author, or a visitor without a login, may see
end
