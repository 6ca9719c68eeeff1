class RescuedController < ActionController::API
  class Refusal < StandardError; end

  rescue_from(ActiveRecord::RecordInvalid) { |error| render json: { errors: error.record.errors }, status: :bad_request }

  rescue_from Refusal do |error|
    render json: { error: error.message }, status: :forbidden
  end

  rescue_from StandardError do |error|
    render json: { error: error.message }, status: :internal_server_error # finds error-details-exposed (hint)
  end

  rescue_from PG::Error do |error|
    render json: { error: error.message }, status: :internal_server_error # finds error-details-exposed (hint)
  end
end
