class ProductsController < ApiController
  rescue_from(ActiveRecord::RecordNotFound) { error('There is no such product.', :not_found) }

  before_action :require_token, only: %i[create update destroy]

  def index
    list = ProductList.new(params)
    return invalid(list) if list.errors.any?

    render json: list
  end

  def show
    render json: product
  end

  def create
    created = Product.new(fields)
    return invalid(created) unless created.save

    render json: created, status: :created, location: product_url(created)
  end

  def update
    return error('Send a field to change.', :bad_request) if fields.empty?
    return invalid(product) unless product.update(fields)

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

  # Takes as long for every wrong token.
  def require_token
    wanted = "Bearer #{ENV.fetch('API_TOKEN')}"
    return if ActiveSupport::SecurityUtils.secure_compare(request.authorization.to_s, wanted)

    error('The token is missing or wrong.', :unauthorized)
  end

  def invalid(checked)
    render json: { errors: checked.errors }, status: :bad_request
  end

  def error(message, status)
    render json: { error: message }, status: status
  end
end
