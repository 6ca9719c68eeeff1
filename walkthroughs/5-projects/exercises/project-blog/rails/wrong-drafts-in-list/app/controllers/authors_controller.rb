class AuthorsController < ApiController
  rescue_from(ActiveRecord::RecordNotUnique) { error('This name is taken.', :conflict) }

  before_action :check_fields

  def create
    author = Author.new(name: @name, password: @password)
    return invalid(author) unless author.save

    render json: { id: author.id, name: author.name }, status: :created
  end

  def login
    author = Author.with(@name, @password)
    return error('The name or the password is wrong.', :unauthorized) unless author

    # A new session: its old id may be known to someone else.
    reset_session
    session[:author_id] = author.id
    render json: { name: author.name }
  end

  private

  def check_fields
    @name, @password = params.values_at(:name, :password)
    return if text?(@name) && text?(@password)

    error('Send a name and a password.', :bad_request)
  end

  # Bcrypt takes no text with the sign 0 in it.
  def text?(value)
    value.is_a?(String) && !value.include?("\0")
  end
end
