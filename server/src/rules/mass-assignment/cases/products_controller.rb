class ProductsController < ApplicationController
  FIELDS = %w[name price].freeze

  def create
    render json: Product.create!(request.request_parameters.slice(*FIELDS))
  end

  def replace
    render json: Product.create!(request.request_parameters) # finds mass-assignment (warning)
  end
end
