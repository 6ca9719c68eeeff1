class Author < ApplicationRecord
  # TODO: its posts, its password and the checks
end
