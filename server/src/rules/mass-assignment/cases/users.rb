class UsersController < ApplicationController
  def update
    user = User.find(session[:user_id])
    user.update!(params.require(:user).permit!) # finds mass-assignment (warning)
    render json: { name: user.name, bio: user.bio }
  end

  def create
    user = User.new(params[:user]) # finds mass-assignment (warning)
    user.save!
    render json: { name: user.name }
  end

  def import
    user = User.find(session[:user_id])
    user.update!(JSON.parse(request.body.read)) # finds mass-assignment (warning)
  end

  def all
    user = User.find(session[:user_id])
    user.update!(params.to_unsafe_h) # finds mass-assignment (warning)
  end

  private

  def account_params
    params.require(:account).permit(:name, :admin) # finds mass-assignment (warning)
  end
end
