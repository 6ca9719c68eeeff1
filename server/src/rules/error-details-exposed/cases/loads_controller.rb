class LoadsController < ApplicationController
  def show
    render json: load_all
  rescue StandardError => e
    render json: { message: e.message }, status: 500 # finds error-details-exposed (hint)
  end
end
