class SessionsController < ApplicationController
  def create
    user = User.find_by(name: params[:name])
    if user.nil? || user.password != params[:password]
      return render json: { error: 'Wrong name or password.' }, status: :unauthorized
    end

    claims = { sub: user.name, role: user.role, exp: 1.hour.from_now.to_i }
    token = JWT.encode(claims, ENV['JWT_SECRET'], 'HS256')
    cookies[:session] = token
    render json: { token: token }
  end
end
