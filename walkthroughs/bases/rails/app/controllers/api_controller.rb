# Every controller that answers with JSON inherits from this one.
class ApiController < ActionController::API
end
