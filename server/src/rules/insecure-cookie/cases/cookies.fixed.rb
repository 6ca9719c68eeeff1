class SessionsController < ApplicationController
  def create
    cookies[:token] = { value: token, secure: true, httponly: true } # finds insecure-cookie (warning)
    cookies[:session] = { value: "#{user.id}-#{token}", secure: true, httponly: true } # finds insecure-cookie (warning)
    cookies[:session] = options
    cookies.permanent[:token] = { value: JWT.encode(claims, ENV['KEY'], 'HS256'), secure: true, httponly: true } # finds insecure-cookie (warning)
    cookies[:token] = { value: params[:token], secure: true, httponly: true } # finds insecure-cookie (warning)
    cookies[:theme] = { value: params[:theme], secure: true } # finds insecure-cookie (hint)
    cookies.signed[:user_id] = { value: user.id, expires: 1.week, secure: true, httponly: true } # finds insecure-cookie (warning)
    cookies['session'] = { 'value' => user.id, 'secure' => true, 'httponly' => true } # finds insecure-cookie (warning)
  end
end

Rails.application.config.session_store :cookie_store, key: '_shop', httponly: true # finds insecure-cookie (warning)
Rails.application.config.session_store :cookie_store, :key => '_shop', :secure => true # finds insecure-cookie (warning)
