class CartsController < ApiController
  PRODUCTS = %w[pen book lamp].freeze

  def show
    render_cart
  end

  def add
    product = params[:product]
    quantity = params[:quantity]
    return error('There is no such product.', :bad_request) unless PRODUCTS.include?(product)
    unless quantity.is_a?(Integer) && quantity.between?(1, 20)
      return error('The quantity must be a whole number from 1 to 20.', :bad_request)
    end

    session[:items] = items.merge(product => items.fetch(product, 0) + quantity)
    render_cart
  end

  def remove
    rest = items.dup
    return error('This product is not in the cart.', :not_found) if rest.delete(params[:product]).nil?

    session[:items] = rest
    render_cart
  end

  def clear
    reset_session
    render_cart
  end

  private

  def items
    session[:items] || {}
  end

  def render_cart
    render json: { items: items, count: items.values.sum }
  end

  def error(message, status)
    render json: { error: message }, status: status
  end
end
