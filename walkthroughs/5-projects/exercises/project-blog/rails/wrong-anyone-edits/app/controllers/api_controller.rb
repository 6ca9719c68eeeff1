# Every controller that answers with JSON inherits from this one.
class ApiController < ActionController::API
  include CurrentAuthor

  rescue_from(ActiveRecord::RecordNotFound) { error('There is no such post.', :not_found) }

  private

  def require_login
    error('Log in first.', :unauthorized) unless current_author
  end

  def invalid(record)
    render json: { errors: record.errors }, status: :bad_request
  end

  def error(message, status)
    render json: { error: message }, status: status
  end
end
