class BooksController < ApiController
  def index
    author = params[:author]
    render json: Books.all.select { |book| author.nil? || book[:author] == author }
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
