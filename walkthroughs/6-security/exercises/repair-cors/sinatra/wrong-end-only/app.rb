require 'json'
require 'sinatra'

# Sinatra refuses PUT from other websites; this server answers them itself.
set :protection, except: :http_origin

before do
  origin = request.env['HTTP_ORIGIN']
  headers 'Vary' => 'Origin'
  if origin.to_s.end_with?('shop.example')
    headers 'Access-Control-Allow-Origin' => origin,
            'Access-Control-Allow-Credentials' => 'true'
  end
end

options '*' do
  headers 'Access-Control-Allow-Methods' => 'GET, PUT',
          'Access-Control-Allow-Headers' => 'Content-Type'
  204
end

# A real shop takes the account from the session.
ACCOUNT = { 'name' => 'Ada', 'address' => 'Station Road 12' }

get '/account' do
  content_type :json
  ACCOUNT.to_json
end

put '/account' do
  ACCOUNT['address'] = JSON.parse(request.body.read)['address'].to_s
  content_type :json
  ACCOUNT.to_json
end
