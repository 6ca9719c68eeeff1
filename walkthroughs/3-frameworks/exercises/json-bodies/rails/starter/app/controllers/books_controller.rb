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

  # TODO: check the fields, add the book, answer 201 with the header Location.
  def create
    head :not_implemented
  end
end
