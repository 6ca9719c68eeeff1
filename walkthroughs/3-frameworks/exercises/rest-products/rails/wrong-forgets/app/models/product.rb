class Product < ApplicationRecord
  has_many :reviews, -> { order(:id) }, dependent: :delete_all
end
