class LinksController < ApplicationController
  def show
    redirect_to params[:to]
  end
end
