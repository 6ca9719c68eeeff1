class GreetingsController < ActionController::Base
  def show
  end
end
