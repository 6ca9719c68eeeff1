class ReviewsController < ApiController
  rescue_from(ActiveRecord::RecordNotFound) { head :not_found }

  def create
    product = Product.find(params[:product_id])
    return render json: { error: 'A review needs 1 to 5 stars and a text.' }, status: :bad_request unless good?

    review = product.reviews.create!(params.permit(:stars, :text))
    render json: review.as_json(only: %i[stars text]), status: :created
  end

  private

  def good?
    stars = params[:stars]
    text = params[:text]
    stars.is_a?(Integer) && stars.between?(1, 5) && text.is_a?(String) && text.present?
  end
end
