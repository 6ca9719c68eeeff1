require 'json'
require 'openssl'
require 'sinatra'

SIGNING_KEY = '8f2Kq0ZrT5vXw1LmB7nC'

RECEIPTS = { 7 => 1250, 8 => 499 }.freeze

def sign(number, cents)
  OpenSSL::HMAC.hexdigest('SHA256', SIGNING_KEY, "#{number}:#{cents}")
end

get '/receipts/:number' do
  content_type :json
  number = params['number'].to_i
  cents = RECEIPTS[number]
  halt 404, { error: 'There is no such receipt.' }.to_json if cents.nil?
  { number: number, cents: cents, signature: sign(number, cents) }.to_json
end
