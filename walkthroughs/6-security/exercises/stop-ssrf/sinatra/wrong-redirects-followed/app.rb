require 'json'
require 'open-uri'
require 'sinatra'

PARTNERS = ENV.fetch('PARTNERS', '').split(',')

def partner?(url)
  uri = URI.parse(url)
  uri.is_a?(URI::HTTP) && uri.userinfo.nil? && PARTNERS.include?("#{uri.scheme}://#{uri.host}:#{uri.port}")
rescue URI::InvalidURIError
  false
end

get '/preview' do
  url = params['url'].to_s
  halt 400 unless partner?(url)
  page = URI.parse(url).open(read_timeout: 5, &:read)
  content_type :json
  { title: page[%r{<title>(.*?)</title>}, 1].to_s }.to_json
rescue StandardError
  halt 502
end
