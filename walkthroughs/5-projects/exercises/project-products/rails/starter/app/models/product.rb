class Product < ApplicationRecord
  # TODO: validations: name and category are texts, price and stock whole numbers from 0
end
