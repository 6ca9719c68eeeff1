class ReportsController < ApplicationController
  def show
    type = params[:type]
    return head :bad_request unless ['Report', 'Invoice'].include?(type)
    report = type.constantize.new # finds unsafe-reflection (warning)
    method = params[:method]
    return head :bad_request unless ['show', 'list'].include?(method)
    render json: report.public_send(method) # finds unsafe-reflection
  end
end
