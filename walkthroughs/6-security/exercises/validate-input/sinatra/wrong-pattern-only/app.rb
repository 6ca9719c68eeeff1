require 'date'
require 'json'
require 'sinatra'
require 'sqlite3'

DB = SQLite3::Database.new(':memory:', results_as_hash: true)
DB.execute('CREATE TABLE bookings (id INTEGER PRIMARY KEY, name TEXT, guests INTEGER, day TEXT)')

before { content_type :json }

get '/bookings' do
  DB.execute('SELECT id, name, guests, day FROM bookings').to_json
end

def day?(value)
  value.is_a?(String) && value.match?(/\A\d{4}-\d{2}-\d{2}\z/)
end

def find_errors(name, guests, day)
  errors = {}
  unless name.is_a?(String) && !name.strip.empty? && name.length <= 40
    errors[:name] = 'A text of 1 to 40 characters.'
  end
  unless guests.is_a?(Integer) && guests.between?(1, 8)
    errors[:guests] = 'A whole number from 1 to 8.'
  end
  errors[:day] = 'A day such as 2026-03-14.' unless day?(day)
  errors
end

post '/bookings' do
  body = JSON.parse(request.body.read)
  body = {} unless body.is_a?(Hash)
  name, guests, day = body['name'], body['guests'], body['day']
  errors = find_errors(name, guests, day)
  halt 400, { errors: errors }.to_json unless errors.empty?

  DB.execute('INSERT INTO bookings (name, guests, day) VALUES (?, ?, ?)', [name, guests, day])
  status 201
  { id: DB.last_insert_row_id, name: name, guests: guests, day: day }.to_json
end
