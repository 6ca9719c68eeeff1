class HooksController < ApplicationController
  def create
    api_key = ENV['API_KEY']
    head :forbidden unless request.headers['X-Api-Key'] == api_key # finds timing-unsafe-comparison (warning)
  end
end
