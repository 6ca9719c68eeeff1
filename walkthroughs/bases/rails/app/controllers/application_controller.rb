# Every controller for pages inherits from this one.
class ApplicationController < ActionController::Base
  protect_from_forgery with: :exception
end
