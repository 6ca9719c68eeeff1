class BooksController < ApiController
  # TODO: filter by author, when the query has one.
  def index
    render json: Books.all
  end

  # TODO: the actions for one book and for the greeting
end
