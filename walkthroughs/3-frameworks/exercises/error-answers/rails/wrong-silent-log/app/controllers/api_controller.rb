# Every controller that answers with JSON inherits from this one.
class ApiController < ActionController::API
  # The last one that fits is taken, so the most general comes first.
  rescue_from StandardError do
    render json: { error: 'Something went wrong.' }, status: :internal_server_error
  end

  rescue_from Mistake do |mistake|
    render json: { error: mistake.text }, status: mistake.status
  end

  def not_found
    raise Mistake.new(:not_found, 'There is nothing at this address.')
  end
end
