# Every controller that answers with JSON inherits from this one.
class ApiController < ActionController::API
  include CurrentAuthor

  rescue_from(ActiveRecord::RecordNotFound) { error('There is no such post.', :not_found) }
  rescue_from(ActiveRecord::RecordInvalid) { |mistake| error(mistake.message, :bad_request) }

  private

  def require_login
    error('Log in first.', :unauthorized) unless current_author
  end

  def error(message, status)
    render json: { error: message }, status: status
  end
end
