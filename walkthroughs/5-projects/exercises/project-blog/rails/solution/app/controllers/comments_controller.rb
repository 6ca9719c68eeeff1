class CommentsController < ApiController
  def create
    post = Post.visible_to(current_author).find(params[:post_id])
    comment = post.comments.create!(params.permit(:name, :text))
    render json: comment.summary, status: :created
  end
end
