class BooksController < ApiController
  before_action :check_title, only: %i[create update]

  def index
    render json: Books.all
  end

  def show
    book = Books.find(params[:id].to_i)
    if book
      render json: book
    else
      error 'There is no such book.', :not_found
    end
  end

  def create
    if Books.all.any? { |book| book[:title] == params[:title] }
      error 'There is a book with this title.', :conflict
    else
      book = Books.add(fields)
      render json: book, status: :created, location: "/books/#{book[:id]}"
    end
  end

  def update
    id = params[:id].to_i
    status = Books.find(id) ? :ok : :created
    render json: Books.put(fields.merge(id: id)), status: status
  end

  def destroy
    if Books.remove(params[:id].to_i)
      head :no_content
    else
      error 'There is no such book.', :not_found
    end
  end

  def old_index
    redirect_to '/books', status: :moved_permanently
  end

  def no_post
    response.set_header('Allow', 'GET, PUT, DELETE')
    error 'POST does not fit here.', :method_not_allowed
  end

  private

  def fields
    { title: params[:title], author: params[:author], year: params[:year] }
  end

  def check_title
    error 'A book needs a title.', :bad_request if params[:title].blank?
  end

  def error(message, status)
    render json: { error: message }, status: status
  end
end
