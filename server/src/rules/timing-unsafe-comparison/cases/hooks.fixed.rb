class HooksController < ApplicationController
  def create
    api_key = ENV['API_KEY']
    head :forbidden unless ActiveSupport::SecurityUtils.secure_compare(request.headers['X-Api-Key'].to_s, api_key) # finds timing-unsafe-comparison (warning)
  end
end
