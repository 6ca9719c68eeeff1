class CartsController < ApiController
  # TODO: read the cart of this visitor out of session.
  def show
    render json: { items: {}, count: 0 }
  end

  # TODO: the actions add, remove and clear
end
