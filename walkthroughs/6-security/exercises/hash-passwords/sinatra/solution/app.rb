require 'bcrypt'
require 'json'
require 'sinatra'
require 'sqlite3'

# Every start begins with no members.
File.delete('users.db') if File.exist?('users.db')
DB = SQLite3::Database.new('users.db')
DB.execute('CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT UNIQUE, password_hash TEXT)')

before { content_type :json }

post '/signup' do
  body = JSON.parse(request.body.read)
  email, password = body.values_at('email', 'password')
  unless email.is_a?(String) && password.is_a?(String) && password.length >= 8
    halt 400, { error: 'Send an email and a password of at least 8 characters.' }.to_json
  end
  hash = BCrypt::Password.create(password).to_s
  DB.execute('INSERT INTO users (email, password_hash) VALUES (?, ?)', [email, hash])
  status 201
  { email: email }.to_json
end

post '/login' do
  body = JSON.parse(request.body.read)
  email, password = body.values_at('email', 'password')
  rows = DB.execute('SELECT email, password_hash FROM users WHERE email = ?', [email.to_s])
  known_email, hash = rows.first
  if hash.nil? || BCrypt::Password.new(hash) != password
    halt 401, { error: 'The email or the password is wrong.' }.to_json
  end
  { email: known_email }.to_json
end
