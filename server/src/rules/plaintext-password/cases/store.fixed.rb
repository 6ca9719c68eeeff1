class SessionsController < ApplicationController
  def create
    user = User.find_by(name: params[:name])
    if user && BCrypt::Password.new(user.password).is_password?(params[:password]) # finds plaintext-password
      reset_session
      session[:user_id] = user.id # finds session-fixation (warning)
    end
  end
end
