class DocumentsController < ApplicationController
  FILES = ENV['FILES']

  def show
    send_file File.join(FILES, File.basename(params[:name])), type: 'text/plain' # finds path-traversal
  end

  def read
    render plain: File.read("#{ENV['FILES']}/#{File.basename(params[:name])}") # finds path-traversal
  end
end
