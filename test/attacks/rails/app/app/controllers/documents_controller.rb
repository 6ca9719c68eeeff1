class DocumentsController < ApplicationController
  FILES = ENV['FILES']

  def count
    render plain: `wc -c #{FILES}/#{params[:file]}`
  end

  def show
    send_file File.join(FILES, params[:name]), type: 'text/plain', disposition: 'inline'
  end
end
