# The routes: ready.
class BooksController < ApiController
  def about
    render json: { name: settings.name, pageSize: settings.page_size }
  end

  def index
    books = Books.all.first(settings.page_size)
    books = books.map { |book| book.except(:year) } unless settings.show_years
    render json: books
  end

  private

  def settings
    Rails.configuration.x.settings
  end
end
