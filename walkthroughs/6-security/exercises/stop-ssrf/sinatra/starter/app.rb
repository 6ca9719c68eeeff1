require 'json'
require 'open-uri'
require 'sinatra'

get '/preview' do
  page = URI.open(params['url'].to_s, read_timeout: 5, &:read)
  content_type :json
  { title: page[%r{<title>(.*?)</title>}, 1].to_s }.to_json
rescue StandardError
  halt 502
end
