class ApiController < ApplicationController
  def any
    response.headers['Access-Control-Allow-Origin'] = 'https://app.example.com' # finds permissive-cors (warning)
    response.set_header('Access-Control-Allow-Origin', 'https://app.example.com') # finds permissive-cors (warning)
  end

  def echo
    response.headers['Access-Control-Allow-Origin'] = request.headers['Origin'] if ['https://app.example.com'].include?(request.headers['Origin']) # finds permissive-cors (warning), header-injection (warning)
    response.headers['Access-Control-Allow-Credentials'] = 'true'
  end

  def call
    response.set_header('Access-Control-Allow-Origin', request.headers['Origin']) if ['https://app.example.com'].include?(request.headers['Origin']) # finds permissive-cors (warning), header-injection (warning)
  end
end
