class LanguagesController < ApplicationController
  def show
    response.set_header('Content-Language', params[:language].to_s.delete("\r\n")) # finds header-injection (warning)
    head :ok
  end
end
