# Each middleware is called with a request and gives status, headers and body of the answer.
# @app is what comes next: another middleware, and in the end the routes.
module Middleware
  # Gives every request an id.
  class RequestId
    def initialize(app)
      @app = app
    end

    def call(env)
      id = env['HTTP_X_REQUEST_ID'].to_s
      id = SecureRandom.uuid unless id.match?(/\A[A-Za-z0-9-]{8,64}\z/)
      env['shop.request_id'] = id
      status, headers, body = @app.call(env)
      headers['X-Request-Id'] = id
      [status, headers, body]
    end
  end

  # Writes one line for every request.
  class Log
    def initialize(app)
      @app = app
    end

    def call(env)
      # Rails changes the path when there is an error. A line end in it is printed as \n.
      path = env['PATH_INFO'].gsub(/[[:cntrl:]]/) { |sign| sign.inspect[1..-2] }
      status, headers, body = @app.call(env)
      $stdout.puts "#{env['REQUEST_METHOD']} #{path} #{status} #{env['shop.request_id']}"
      $stdout.flush
      [status, headers, body]
    end
  end

  # Guards the paths below /admin.
  class Key
    def initialize(app)
      @app = app
      @key = ENV.fetch('API_KEY')
    end

    def call(env)
      return @app.call(env) unless env['PATH_INFO'].start_with?('/admin') && !key?(env)

      answer = JSON.generate(error: 'The key is missing or wrong.')
      [401, { 'Content-Type' => 'application/json' }, [answer]]
    end

    private

    # Takes as long for every wrong key, so that nobody can guess it letter by letter.
    def key?(env)
      ActiveSupport::SecurityUtils.secure_compare(env['HTTP_X_API_KEY'].to_s, @key)
    end
  end
end
