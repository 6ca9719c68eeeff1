# Each middleware is called with a request and gives status, headers and body of the answer.
# @app is what comes next: another middleware, and in the end the routes.
module Middleware
  # Gives every request an id.
  class RequestId
    def initialize(app)
      @app = app
    end

    def call(env)
      # TODO: set the header X-Request-Id of the answer.
      @app.call(env)
    end
  end

  # Writes one line for every request.
  class Log
    def initialize(app)
      @app = app
    end

    def call(env)
      # TODO: print method, path, status and request id.
      @app.call(env)
    end
  end

  # Guards the paths below /admin.
  class Key
    def initialize(app)
      @app = app
    end

    def call(env)
      # TODO: below /admin, answer 401 when the header X-Api-Key is not the value of API_KEY.
      @app.call(env)
    end
  end
end
