class PostsController < ApiController
  before_action :require_login, only: %i[create update destroy]

  def index
    posts = Post.visible_to(current_author).newest_first.preload(:author, :tags)
    posts = posts.tagged(params[:tag].to_s) if params.key?(:tag)
    posts = posts.written_by(params[:author].to_s) if params.key?(:author)
    render json: posts.map(&:summary)
  end

  def show
    render json: post.details
  end

  def create
    created = current_author.posts.build(fields)
    return invalid(created) unless created.save

    render json: created.details, status: :created, location: post_url(created)
  end

  def update
    return error('Send a field to change.', :bad_request) if fields.empty?
    return invalid(post) unless post.update(fields)

    render json: post.details
  end

  def destroy
    post.destroy!
    head :no_content
  end

  private

  # A draft of someone else is not found.
  def post
    @post ||= Post.visible_to(current_author).find(params[:id])
  end

  # Never the author: that one is in the session.
  def fields
    fields = params.permit(:title, :body, :published).to_h
    fields[:tag_names] = params[:tags] if params.key?(:tags)
    fields
  end
end
