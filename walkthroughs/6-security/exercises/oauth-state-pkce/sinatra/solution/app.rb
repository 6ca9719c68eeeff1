require 'base64'
require 'digest'
require 'json'
require 'net/http'
require 'securerandom'
require 'sinatra'

enable :sessions
set :sessions, same_site: :lax

PROVIDER = ENV.fetch('PROVIDER_URL')

def redirect_uri
  "http://127.0.0.1:#{request.port}/callback"
end

get '/login' do
  state = SecureRandom.urlsafe_base64(32)
  verifier = SecureRandom.urlsafe_base64(32)
  session[:login] = { 'state' => state, 'verifier' => verifier }
  query = URI.encode_www_form(
    response_type: 'code',
    client_id: 'shop',
    redirect_uri: redirect_uri,
    state: state,
    code_challenge: Base64.urlsafe_encode64(Digest::SHA256.digest(verifier), padding: false),
    code_challenge_method: 'S256'
  )
  redirect "#{PROVIDER}/authorize?#{query}"
end

get '/callback' do
  login = session.delete(:login)
  halt 400 if login.nil? || params['state'] != login['state']
  answer = Net::HTTP.post_form(
    URI("#{PROVIDER}/token"),
    grant_type: 'authorization_code',
    code: params['code'].to_s,
    redirect_uri: redirect_uri,
    client_id: 'shop',
    client_secret: ENV.fetch('CLIENT_SECRET'),
    code_verifier: login['verifier']
  )
  halt 400 unless answer.is_a?(Net::HTTPSuccess)
  token = JSON.parse(answer.body)['access_token']
  person = Net::HTTP.get(URI("#{PROVIDER}/userinfo"), { 'Authorization' => "Bearer #{token}" })
  session.clear
  session[:name] = JSON.parse(person)['name']
  redirect '/me'
end

get '/me' do
  halt 401 if session[:name].nil?
  content_type :json
  { name: session[:name] }.to_json
end
