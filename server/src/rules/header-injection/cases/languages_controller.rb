class LanguagesController < ApplicationController
  def show
    response.set_header('Content-Language', params[:language]) # finds header-injection (warning)
    head :ok
  end
end
