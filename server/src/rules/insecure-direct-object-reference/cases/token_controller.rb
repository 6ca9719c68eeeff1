class TokenController < ActionController::API
  before_action :require_token

  def show
    render json: Product.find(params[:id])
  end

  private

  def require_token
    authenticate_or_request_with_http_token { |token| ActiveSupport::SecurityUtils.secure_compare(token, ENV['API_TOKEN']) }
  end
end
