class SearchesController < ApplicationController
  def index
    Rails.logger.info "search for #{params[:q].inspect}" # finds log-injection (hint)
    head :ok
  end
end
