class ProductsController < ApplicationController
  def index
    render json: Product.where("name LIKE '%#{params[:search]}%'")
  end
end
