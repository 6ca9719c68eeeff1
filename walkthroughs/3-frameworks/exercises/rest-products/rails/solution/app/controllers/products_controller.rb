class ProductsController < ApiController
  rescue_from(ActiveRecord::RecordNotFound) { head :not_found }
  before_action :check_fields, only: %i[create update]

  def index
    render json: Product.order(:id)
  end

  def create
    product = Product.create!(fields)
    render json: product, status: :created, location: "/products/#{product.id}"
  end

  def show
    product = Product.find(params[:id])
    render json: product.as_json(include: { reviews: { only: %i[stars text] } })
  end

  def update
    product = Product.find(params[:id])
    product.update!(fields)
    render json: product
  end

  def destroy
    Product.find(params[:id]).destroy!
    head :no_content
  end

  private

  def fields
    params.permit(:name, :price)
  end

  # Looks at the types before Rails makes a number of a text.
  def check_fields
    name = params[:name]
    price = params[:price]
    return if name.is_a?(String) && name.present? && price.is_a?(Integer) && price >= 0

    render json: { error: 'A product needs a name and a price in cents.' }, status: :bad_request
  end
end
