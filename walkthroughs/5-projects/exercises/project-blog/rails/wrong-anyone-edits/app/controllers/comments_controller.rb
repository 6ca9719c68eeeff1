class CommentsController < ApiController
  def create
    post = Post.visible_to(current_author).find(params[:post_id])
    comment = post.comments.build(params.permit(:name, :text))
    return invalid(comment) unless comment.save

    render json: comment.summary, status: :created
  end
end
