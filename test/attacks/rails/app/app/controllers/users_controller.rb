class UsersController < ApplicationController
  def create
    user = User.register(params[:name], params[:password])
    render json: { name: user.name }, status: :created
  end

  def show
    user = User.find_by!(name: claims['sub'])
    render json: { name: user.name, bio: user.bio }
  end

  def update
    user = User.find_by!(name: claims['sub'])
    user.update!(params.require(:user).permit!)
    render json: { name: user.name, bio: user.bio }
  end
end
