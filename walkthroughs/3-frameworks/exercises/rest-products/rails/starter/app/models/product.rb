class Product < ApplicationRecord
  # TODO: its reviews
end
