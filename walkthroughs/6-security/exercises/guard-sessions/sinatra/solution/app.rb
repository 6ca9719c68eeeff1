require 'json'
require 'securerandom'
require 'sinatra'

# What the server keeps for each session id.
SESSIONS = {}
MEMBERS = %w[Ada Tom].freeze

before { content_type :json }

# The id of the visitor's session; a new visitor gets a new one.
def open_session
  id = request.cookies['sid']
  SESSIONS.key?(id) ? id : new_session
end

def new_session
  id = SecureRandom.urlsafe_base64(32)
  SESSIONS[id] = { visits: 0 }
  cookie = { value: id, path: '/', httponly: true, secure: true, same_site: :lax }
  response.set_cookie('sid', cookie)
  id
end

get '/visits' do
  id = open_session
  SESSIONS[id][:visits] += 1
  { visits: SESSIONS[id][:visits] }.to_json
end

# A real shop asks for a password here.
post '/login' do
  given = JSON.parse(request.body.read)['name']
  name = MEMBERS.find { |member| member == given }
  halt 401 if name.nil?
  SESSIONS.delete(request.cookies['sid'])
  id = new_session
  SESSIONS[id][:name] = name
  { name: name }.to_json
end

get '/me' do
  name = SESSIONS.dig(request.cookies['sid'], :name)
  halt 401 if name.nil?
  { name: name }.to_json
end

post '/logout' do
  SESSIONS.delete(request.cookies['sid'])
  response.delete_cookie('sid', path: '/')
  204
end
