class OrdersController < ApplicationController
  def create
    order = JSON.parse(params[:order]) # finds unsafe-deserialization
    other = YAML.safe_load(params[:yaml]) # finds unsafe-deserialization
    third = Oj.safe_load(params[:json]) # finds unsafe-deserialization
    render json: [order.size, other.size, third.size]
  end
end
