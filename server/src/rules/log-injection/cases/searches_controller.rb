class SearchesController < ApplicationController
  def index
    Rails.logger.info "search for #{params[:q]}" # finds log-injection (hint)
    head :ok
  end
end
