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

  # A body that is no JSON never arrives here: Rails answers 400.
  def create
    fields = { title: text(:title), author: text(:author), year: year }
    errors = fields.select { |_name, value| value.nil? }.to_h { |name, _| [name, MESSAGES[name]] }
    return render json: { errors: errors }, status: :bad_request if errors.any?

    book = Books.add(fields)
    render json: book, status: :created, location: "/books/#{book[:id]}"
  end

  MESSAGES = {
    title: 'must be a text of 1 to 200 characters',
    author: 'must be a text of 1 to 200 characters',
    year: 'must be a whole number from 1450 to 2100'
  }.freeze
  private_constant :MESSAGES

  private

  # The text without the spaces at its ends, or nil when it is not as it should be.
  def text(name)
    # Every value can become a text, so a number and a list pass.
    value = params[name].to_s.strip
    value if value.length.between?(1, 200)
  end

  def year
    value = params[:year]
    value if value.is_a?(Integer) && value.between?(1450, 2100)
  end
end
