require 'json'
require 'sinatra'
require 'sqlite3'

DB = SQLite3::Database.new(':memory:', results_as_hash: true)
DB.execute_batch(File.read('shop.sql'))

before { content_type :json }

get '/books' do
  author = params['author'].to_s
  sql = "SELECT id, title, author FROM books WHERE published = 1 AND author = '#{author}'"
  DB.execute(sql).to_json
end

get '/books/:id' do
  id = params['id']
  sql = "SELECT id, title, author FROM books WHERE published = 1 AND id = #{id}"
  book = DB.execute(sql).first
  halt 404, { error: 'There is no such book.' }.to_json if book.nil?
  book.to_json
end
