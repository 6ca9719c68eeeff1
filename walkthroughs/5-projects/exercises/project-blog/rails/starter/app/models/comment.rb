class Comment < ApplicationRecord
  # TODO: its post and the checks
end
