require 'json'
require 'sinatra'

# What the server keeps for each session id.
SESSIONS = {}
MEMBERS = %w[Ada Tom].freeze

before { content_type :json }

# The id of the visitor's session; a new visitor gets a new one.
def open_session
  id = request.cookies['sid'] || rand(1_000_000_000).to_s
  SESSIONS[id] ||= { visits: 0 }
  response.set_cookie('sid', value: id, path: '/')
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
  id = open_session
  SESSIONS[id][:name] = name
  { name: name }.to_json
end

get '/me' do
  name = SESSIONS.dig(request.cookies['sid'], :name)
  halt 401 if name.nil?
  { name: name }.to_json
end

post '/logout' do
  response.delete_cookie('sid', path: '/')
  204
end
