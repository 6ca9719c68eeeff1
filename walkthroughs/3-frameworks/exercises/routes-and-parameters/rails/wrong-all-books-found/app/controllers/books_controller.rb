class BooksController < ApiController
  def index
    author = params[:author]
    render json: Books.all.select { |book| author.nil? || book[:author] == author }
  end

  # Nothing looks whether there is a book, so nil is sent as null.
  def show
    render json: Books.find(params[:id].to_i)
  end

  def hello
    render plain: "Hello, #{params[:name]}"
  end
end
