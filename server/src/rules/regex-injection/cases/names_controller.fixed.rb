class NamesController < ApplicationController
  def index
    render json: Name.all.select { |name| name.title.match?(/^#{Regexp.escape(params[:name])}/) } # finds regex-injection (warning)
  end
end
