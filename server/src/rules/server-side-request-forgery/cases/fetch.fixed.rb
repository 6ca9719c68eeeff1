class FetchController < ApplicationController
  def show
    url = params[:url]
    return head :bad_request unless ['api.example.com'].include?(URI(url).host)
    render plain: Net::HTTP.get(URI(url)) # finds server-side-request-forgery
  end

  def open
    url = params[:url]
    return head :bad_request unless ['api.example.com'].include?(URI(url).host)
    render plain: URI.open(url).read # finds server-side-request-forgery
  end

  def host
    given_host = params[:host]
    return head :bad_request unless ['api.example.com'].include?(given_host)
    render plain: Net::HTTP.get(given_host, '/') # finds server-side-request-forgery
  end
end
