class AdminController < ApplicationController
  def show
    return render json: { error: 'Not allowed.' }, status: :forbidden unless claims['role'] == 'admin'

    render json: { message: "Welcome, #{claims['sub']}" }
  end
end
