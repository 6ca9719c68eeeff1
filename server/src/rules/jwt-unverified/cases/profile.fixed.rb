require 'jwt'

class ProfileController < ApplicationController
  def show
    payload, = JWT.decode(cookies[:token], ENV.fetch('TOKEN_KEY'), true, algorithm: 'HS256') # finds jwt-unverified
    render json: { user: payload['sub'] }
  end

  def other
    payload, = JWT.decode params[:token], ENV.fetch('TOKEN_KEY'), true, algorithm: 'HS512' # finds jwt-unverified
    render json: { user: payload['sub'] }
  end
end
