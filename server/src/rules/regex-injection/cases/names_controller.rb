class NamesController < ApplicationController
  def index
    render json: Name.all.select { |name| name.title.match?(/^#{params[:name]}/) } # finds regex-injection (warning)
  end
end
