class BooksController < ApplicationController
  def index
    @query = params[:q].to_s
    @books = Books.all.select { |book| book[:title].downcase.include?(@query.downcase) }
  end
end
