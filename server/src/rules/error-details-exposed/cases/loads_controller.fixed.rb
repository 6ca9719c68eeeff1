class LoadsController < ApplicationController
  def show
    render json: load_all
  rescue StandardError => e
    Rails.logger.error(e.full_message)
    render json: { message: 'Something went wrong' }, status: 500 # finds error-details-exposed (hint)
  end
end
