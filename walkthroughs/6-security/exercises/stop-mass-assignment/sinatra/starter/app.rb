require 'json'
require 'sinatra'

# A real shop keeps members in a database and takes the id from the session.
MEMBER = { 'id' => 1, 'name' => 'Ada', 'city' => 'Oslo', 'role' => 'member', 'credit' => 0 }

before { content_type :json }

get '/profile' do
  MEMBER.to_json
end

patch '/profile' do
  MEMBER.merge!(JSON.parse(request.body.read))
  MEMBER.to_json
end
