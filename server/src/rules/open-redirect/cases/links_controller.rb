class LinksController < ApplicationController
  def show
    redirect_to params[:to] # finds open-redirect
  end

  def back
    redirect_to(url_for(params)) # finds open-redirect
  end
end
