require 'json'
require 'jwt'
require 'sinatra'

SECRET = ENV.fetch('JWT_SECRET')

before { content_type :json }

# A real shop asks for a password here.
post '/login' do
  name = JSON.parse(request.body.read)['name'].to_s
  claims = { sub: name, role: 'member', exp: Time.now.to_i + 900 }
  { token: JWT.encode(claims, SECRET, 'HS256') }.to_json
end

# The claims of the token; without one that is good the answer is 401.
def read_token
  token = request.env['HTTP_AUTHORIZATION'].to_s.delete_prefix('Bearer ')
  JWT.decode(token, SECRET, true, algorithm: 'HS256').first
rescue JWT::DecodeError
  halt 401
end

get '/orders' do
  claims = read_token
  { name: claims['sub'], orders: %w[Notebook Pen] }.to_json
end

get '/reports' do
  claims = read_token
  halt 403 unless claims['role'] == 'admin'
  { sold: 1280 }.to_json
end
