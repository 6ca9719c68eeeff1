class PaymentsController < ApplicationController

  def create; end
end

class BaseController < ActionController::Base # finds csrf-disabled (hint)
  protect_from_forgery with: :exception
  def index; end
end
