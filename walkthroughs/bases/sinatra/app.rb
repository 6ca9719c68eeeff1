require 'sinatra'

get '/' do
  content_type 'text/plain'
  'Hello'
end
