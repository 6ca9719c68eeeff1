# For every controller, of JSON and of pages.
module CurrentAuthor
  private

  # The author in the session, or nil.
  def current_author
    @current_author ||= Author.find_by(id: session[:author_id])
  end
end
