class PostsController < ApiController
  # TODO: the posts that the visitor may see, the newest first; filters by tag and author
  def index
    render json: []
  end

  # TODO: the actions show, create, update and destroy
end
