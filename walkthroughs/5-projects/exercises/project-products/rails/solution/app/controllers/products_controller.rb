class ProductsController < ApiController
  include ActionController::HttpAuthentication::Token::ControllerMethods

  rescue_from(ActiveRecord::RecordNotFound) { error('There is no such product.', :not_found) }
  rescue_from(ActiveRecord::RecordInvalid, ProductList::WrongParameter) do |mistake|
    error(mistake.message, :bad_request)
  end

  before_action :require_token, only: %i[create update destroy]

  def index
    render json: ProductList.new(params)
  end

  def show
    render json: product
  end

  def create
    created = Product.create!(fields)
    render json: created, status: :created, location: product_url(created)
  end

  def update
    return error('Send a field to change.', :bad_request) if fields.empty?

    product.update!(fields)
    render json: product
  end

  def destroy
    product.destroy!
    head :no_content
  end

  private

  def product
    @product ||= Product.find(params[:id])
  end

  # Only these fields, and only plain values in them: no lists, no objects.
  def fields
    params.permit(:name, :category, :price, :stock)
  end

  # Takes as long for every wrong token. Without API_TOKEN, no token is right.
  def require_token
    allowed = authenticate_with_http_token do |token, _options|
      ActiveSupport::SecurityUtils.secure_compare(token, ENV['API_TOKEN'].to_s)
    end
    error('The token is missing or wrong.', :unauthorized) unless allowed
  end

  def error(message, status)
    render json: { error: message }, status: status
  end
end
