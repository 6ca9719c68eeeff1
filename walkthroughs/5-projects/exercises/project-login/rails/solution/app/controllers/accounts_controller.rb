class AccountsController < ApiController
  rescue_from(ActiveRecord::RecordNotUnique) { error('This e-mail has an account.', :conflict) }

  before_action :check_fields, only: %i[register login]

  def register
    account = Account.new(email: @email, password: @password)
    return render json: { errors: account.errors }, status: :bad_request unless account.save

    render json: { email: account.email }, status: :created
  end

  def login
    return error('Too many attempts. Try again later.', :too_many_requests) unless LoginLimit.allow?(@email)

    account = Account.with(@email, @password)
    return error('The e-mail or the password is wrong.', :unauthorized) unless account

    LoginLimit.forget(@email)
    # A new session: its old id may be known to someone else.
    reset_session
    session[:account_id] = account.id
    render json: { email: account.email }
  end

  def me
    account = Account.find_by(id: session[:account_id])
    return error('You are not logged in.', :unauthorized) unless account

    render json: { email: account.email }
  end

  def logout
    reset_session
    head :no_content
  end

  private

  def check_fields
    @email, @password = params.values_at(:email, :password)
    return if text?(@email) && text?(@password)

    error('Send an e-mail and a password.', :bad_request)
  end

  # Bcrypt takes no text with the sign 0 in it.
  def text?(value)
    value.is_a?(String) && !value.include?("\0")
  end

  def error(message, status)
    render json: { error: message }, status: status
  end
end
