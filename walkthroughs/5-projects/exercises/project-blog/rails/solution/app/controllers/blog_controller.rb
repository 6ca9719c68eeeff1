# The pages for readers.
class BlogController < ApplicationController
  include CurrentAuthor

  rescue_from(ActiveRecord::RecordNotFound) { render :missing, status: :not_found }

  def index
    @posts = Post.visible_to(current_author).newest_first.preload(:author)
  end

  def show
    @post = Post.visible_to(current_author).find(params[:id])
  end
end
