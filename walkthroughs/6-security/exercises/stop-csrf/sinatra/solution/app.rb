require 'erb'
require 'securerandom'
require 'sinatra'

enable :sessions
set :sessions, same_site: :lax
set :protection, reaction: :deny

EMAILS = { 'Ada' => 'ada@mail.example', 'Tom' => 'tom@mail.example' }

# A real shop asks for a password here.
post '/login' do
  name = EMAILS.keys.find { |known| known == params['name'] }
  halt 401 if name.nil?
  session.clear
  session[:name] = name
  redirect '/account', 303
end

def csrf_token
  session[:csrf_token] ||= SecureRandom.hex(32)
end

get '/account' do
  halt 401 if session[:name].nil?
  email = ERB::Util.html_escape(EMAILS[session[:name]])
  <<~HTML
    <!doctype html>
    <title>Your account</title>
    <form action="/email" method="post">
    <input type="hidden" name="csrf_token" value="#{csrf_token}">
    <label>E-mail <input name="email" value="#{email}"></label>
    <button>Save</button>
    </form>
  HTML
end

post '/email' do
  halt 401 if session[:name].nil?
  halt 403 unless Rack::Utils.secure_compare(csrf_token, params['csrf_token'].to_s)
  EMAILS[session[:name]] = params['email'].to_s
  redirect '/account', 303
end
