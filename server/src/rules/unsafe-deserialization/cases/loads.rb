class OrdersController < ApplicationController
  def create
    order = Marshal.load(params[:order]) # finds unsafe-deserialization
    other = YAML.unsafe_load(params[:yaml]) # finds unsafe-deserialization
    third = Oj.load(params[:json]) # finds unsafe-deserialization
    render json: [order.size, other.size, third.size]
  end
end
