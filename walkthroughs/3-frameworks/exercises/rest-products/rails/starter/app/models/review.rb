class Review < ApplicationRecord
  # TODO: its product
end
