require 'json'
require 'sinatra'
require 'sqlite3'

DB = SQLite3::Database.new(':memory:', results_as_hash: true)
DB.execute('CREATE TABLE bookings (id INTEGER PRIMARY KEY, name TEXT, guests INTEGER, day TEXT)')

before { content_type :json }

get '/bookings' do
  DB.execute('SELECT id, name, guests, day FROM bookings').to_json
end

post '/bookings' do
  body = JSON.parse(request.body.read)
  name, guests, day = body['name'], body['guests'], body['day']
  DB.execute('INSERT INTO bookings (name, guests, day) VALUES (?, ?, ?)', [name, guests, day])
  status 201
  { id: DB.last_insert_row_id, name: name, guests: guests, day: day }.to_json
end
