class SumsController < ApplicationController
  def show
    name = params[:name]
    render json: eval("settings.#{name}") # finds code-injection
  end
end
