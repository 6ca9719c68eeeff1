class PaymentsController < ApplicationController
  skip_before_action :verify_authenticity_token # finds csrf-disabled (warning)

  def create; end
end

class BaseController < ActionController::Base # finds csrf-disabled (hint)
  def index; end
end
