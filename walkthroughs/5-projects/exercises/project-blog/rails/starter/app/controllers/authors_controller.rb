class AuthorsController < ApiController
  # TODO: the action create for POST /authors, and login for POST /login
end
