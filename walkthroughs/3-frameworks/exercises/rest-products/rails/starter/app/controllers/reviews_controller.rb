class ReviewsController < ApiController
  # TODO: the action create; params[:product_id] is the product of the review.
end
