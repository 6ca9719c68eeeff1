# TODO: give each answer its status code: render and head take status.
class BooksController < ApiController
  def index
    render json: Books.all
  end

  def show
    book = Books.find(params[:id].to_i)
    if book
      render json: book
    else
      render json: { error: 'There is no such book.' }
    end
  end

  def create
    render json: Books.add(fields)
  end

  def update
    render json: Books.put(fields.merge(id: params[:id].to_i))
  end

  def destroy
    Books.remove(params[:id].to_i)
    render json: { removed: params[:id] }
  end

  def old_index
    render json: Books.all
  end

  def no_post
    render json: { error: 'POST does not fit here.' }
  end

  private

  def fields
    { title: params[:title], author: params[:author], year: params[:year] }
  end
end
