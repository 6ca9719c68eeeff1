# Every controller that answers with JSON inherits from this one.
class ApiController < ActionController::API
  # The last one that fits is taken, so the most general comes first.
  rescue_from StandardError, with: :answer_unexpected
  rescue_from Mistake, with: :answer_mistake

  def not_found
    raise Mistake.new(:not_found, 'There is nothing at this address.')
  end

  private

  def answer_mistake(mistake)
    render json: { error: mistake.text }, status: mistake.status
  end

  def answer_unexpected(error)
    logger.error(error.full_message(highlight: false))
    render json: { error: error.message }, status: :internal_server_error
  end
end
