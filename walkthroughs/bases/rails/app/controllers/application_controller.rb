# Every controller for pages inherits from this one.
class ApplicationController < ActionController::Base
end
