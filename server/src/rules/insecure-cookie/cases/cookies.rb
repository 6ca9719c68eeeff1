class SessionsController < ApplicationController
  def create
    cookies[:token] = token # finds insecure-cookie (warning)
    cookies[:session] = "#{user.id}-#{token}" # finds insecure-cookie (warning)
    cookies[:session] = options
    cookies.permanent[:token] = JWT.encode(claims, ENV['KEY'], 'HS256') # finds insecure-cookie (warning)
    cookies[:token] = params[:token] # finds insecure-cookie (warning)
    cookies[:theme] = params[:theme] # finds insecure-cookie (hint)
    cookies.signed[:user_id] = { value: user.id, expires: 1.week } # finds insecure-cookie (warning)
    cookies['session'] = { 'value' => user.id } # finds insecure-cookie (warning)
  end
end

Rails.application.config.session_store :cookie_store, key: '_shop', httponly: false # finds insecure-cookie (warning)
Rails.application.config.session_store :cookie_store, :key => '_shop', :secure => false # finds insecure-cookie (warning)
