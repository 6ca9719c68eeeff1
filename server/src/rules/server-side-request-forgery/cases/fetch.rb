class FetchController < ApplicationController
  def show
    render plain: Net::HTTP.get(URI(params[:url])) # finds server-side-request-forgery
  end

  def open
    url = params[:url]
    render plain: URI.open(url).read # finds server-side-request-forgery
  end

  def host
    render plain: Net::HTTP.get(params[:host], '/') # finds server-side-request-forgery
  end
end
