# The pages for readers.
class BlogController < ApplicationController
  include CurrentAuthor

  # TODO: the actions index and show; the pages are in app/views/blog, missing is ready for 404.
end
