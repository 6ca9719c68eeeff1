class FilesController < ApplicationController
  FILES = Rails.root.join('files')

  def show
    send_file File.join(FILES, File.basename(params[:name])), type: 'text/plain' # finds path-traversal
  end

  def read
    name = params[:name]
    render plain: File.read("/srv/files/#{File.basename(name)}.txt") # finds path-traversal
  end

  def remove
    File.delete(Rails.root.join('tmp', File.basename(params[:name]))) # finds path-traversal
  end

  def page
    given_page = params[:page]
    return head :bad_request unless ['home', 'about'].include?(given_page)
    render given_page # finds path-traversal (warning)
  end
end
