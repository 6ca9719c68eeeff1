require 'erb'
require 'sinatra'

enable :sessions
# It refused forms of the shop's old website.
disable :protection

EMAILS = { 'Ada' => 'ada@mail.example', 'Tom' => 'tom@mail.example' }

# A real shop asks for a password here.
post '/login' do
  name = EMAILS.keys.find { |known| known == params['name'] }
  halt 401 if name.nil?
  session.clear
  session[:name] = name
  redirect '/account', 303
end

get '/account' do
  halt 401 if session[:name].nil?
  email = ERB::Util.html_escape(EMAILS[session[:name]])
  <<~HTML
    <!doctype html>
    <title>Your account</title>
    <form action="/email" method="post">
    <label>E-mail <input name="email" value="#{email}"></label>
    <button>Save</button>
    </form>
  HTML
end

post '/email' do
  halt 401 if session[:name].nil?
  EMAILS[session[:name]] = params['email'].to_s
  redirect '/account', 303
end
