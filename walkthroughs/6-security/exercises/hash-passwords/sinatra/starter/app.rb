require 'json'
require 'sinatra'
require 'sqlite3'

# Every start begins with no members.
File.delete('users.db') if File.exist?('users.db')
DB = SQLite3::Database.new('users.db')
DB.execute('CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT UNIQUE, password TEXT)')

before { content_type :json }

post '/signup' do
  body = JSON.parse(request.body.read)
  email, password = body.values_at('email', 'password')
  unless email.is_a?(String) && password.is_a?(String) && password.length >= 8
    halt 400, { error: 'Send an email and a password of at least 8 characters.' }.to_json
  end
  DB.execute('INSERT INTO users (email, password) VALUES (?, ?)', [email, password])
  status 201
  { email: email }.to_json
end

post '/login' do
  body = JSON.parse(request.body.read)
  email, password = body.values_at('email', 'password')
  rows = DB.execute('SELECT email, password FROM users WHERE email = ?', [email.to_s])
  known_email, known_password = rows.first
  if known_password.nil? || known_password != password
    halt 401, { error: 'The email or the password is wrong.' }.to_json
  end
  { email: known_email }.to_json
end
