class CommentsController < ApiController
  # TODO: the action create; params[:post_id] is the post of the comment.
end
