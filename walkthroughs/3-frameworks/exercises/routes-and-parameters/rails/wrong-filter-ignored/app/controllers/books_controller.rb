class BooksController < ApiController
  def index
    # select makes a new list, and nobody keeps it.
    books = Books.all
    books.select { |book| book[:author] == params[:author] }
    render json: books
  end

  def show
    book = Books.find(params[:id].to_i)
    if book
      render json: book
    else
      render json: { error: 'There is no such book.' }, status: :not_found
    end
  end

  def hello
    render plain: "Hello, #{params[:name]}"
  end
end
