# Every controller that answers with JSON inherits from this one.
class ApiController < ActionController::API
  include CurrentAuthor

  # TODO: what several controllers need: 404 and 400 for errors of the models, 401 without a login
end
