class BooksController < ApplicationController
  # TODO: find the books that fit. The page is app/views/books/index.html.erb, and sees @books and @query.
  def index
    @query = params[:q].to_s
    @books = []
  end
end
