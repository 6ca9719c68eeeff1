# The routes. They raise errors, and leave the answer to ApiController.
class BooksController < ApiController
  def index
    render json: Books.all
  end

  def show
    id = params[:id]
    raise Mistake.new(:bad_request, 'The id must be a whole number.') unless id.match?(/\A\d{1,9}\z/)

    book = Books.find(id.to_i)
    raise Mistake.new(:not_found, "There is no book #{id}.") if book.nil?

    render json: book
  end

  # The file is not there.
  def report
    render plain: Rails.root.join('reports.txt').read
  end
end
