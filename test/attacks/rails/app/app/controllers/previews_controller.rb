require 'net/http'

class PreviewsController < ApplicationController
  def show
    render plain: Net::HTTP.get(URI(params[:url]))
  end
end
