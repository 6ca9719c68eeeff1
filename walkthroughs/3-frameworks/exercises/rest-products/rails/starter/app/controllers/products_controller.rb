class ProductsController < ApiController
  def index
    render json: Product.order(:id)
  end

  # TODO: the actions create, show, update and destroy
end
