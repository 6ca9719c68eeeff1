# Every controller that answers with JSON inherits from this one.
class ApiController < ActionController::API
  # TODO: rescue_from for a Mistake and for everything else. Unexpected errors go into the log.
end
