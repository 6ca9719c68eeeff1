# The routes: ready.
class BooksController < ApiController
  def index
    render json: Books.all
  end

  def show
    book = Books.find(params[:id].to_i)
    if book
      render json: book
    else
      render json: { error: 'There is no such book.' }, status: :not_found
    end
  end

  def stats
    render json: { books: Books.all.size }
  end
end
