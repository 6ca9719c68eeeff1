class PlansController < ApplicationController
  def update
    session[:plan] = params[:plan] # finds trust-boundary (warning)
    redirect_to root_path
  end
end
