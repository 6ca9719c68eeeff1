class PlansController < ApplicationController
  def update
    plan = params[:plan]
    return head :bad_request unless ['small', 'large'].include?(plan)
    session[:plan] = plan # finds trust-boundary (warning)
    redirect_to root_path
  end
end
