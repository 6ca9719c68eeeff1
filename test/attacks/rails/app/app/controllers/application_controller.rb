class ApplicationController < ActionController::API
  include ActionController::Cookies

  private

  def claims
    token = request.headers['Authorization'].to_s.delete_prefix('Bearer ')
    JWT.decode(token, nil, false).first
  end
end
