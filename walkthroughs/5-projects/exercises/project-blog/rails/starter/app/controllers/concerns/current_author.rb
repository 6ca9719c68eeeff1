# For every controller, of JSON and of pages.
module CurrentAuthor
  private

  # TODO: the author in the session, or nil
  def current_author; end
end
