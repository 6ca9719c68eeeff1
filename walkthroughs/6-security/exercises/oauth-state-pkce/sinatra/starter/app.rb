require 'json'
require 'net/http'
require 'sinatra'

enable :sessions
set :sessions, same_site: :lax

PROVIDER = ENV.fetch('PROVIDER_URL')

def redirect_uri
  "http://127.0.0.1:#{request.port}/callback"
end

get '/login' do
  back = URI.encode_www_form_component(redirect_uri)
  redirect "#{PROVIDER}/authorize?response_type=code&client_id=shop&redirect_uri=#{back}"
end

get '/callback' do
  answer = Net::HTTP.post_form(
    URI("#{PROVIDER}/token"),
    grant_type: 'authorization_code',
    code: params['code'].to_s,
    redirect_uri: redirect_uri,
    client_id: 'shop',
    client_secret: ENV.fetch('CLIENT_SECRET')
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
