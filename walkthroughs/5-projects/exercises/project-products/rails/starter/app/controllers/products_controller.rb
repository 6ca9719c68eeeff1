class ProductsController < ApiController
  # TODO: the list that app/models/product_list.rb makes of the parameters; 400 for a wrong one
  def index
    render json: { items: [], total: 0, page: 1, pages: 0 }
  end

  # TODO: the actions show, create, update and destroy
  # TODO: the last three need the token: a before_action
end
