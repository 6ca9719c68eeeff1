class FilesController < ApplicationController
  FILES = Rails.root.join('files')

  def show
    send_file File.join(FILES, params[:name]), type: 'text/plain' # finds path-traversal
  end

  def read
    name = params[:name]
    render plain: File.read("/srv/files/#{name}.txt") # finds path-traversal
  end

  def remove
    File.delete(Rails.root.join('tmp', params[:name])) # finds path-traversal
  end

  def page
    render params[:page] # finds path-traversal (warning)
  end
end
