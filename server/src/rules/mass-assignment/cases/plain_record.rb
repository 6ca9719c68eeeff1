require 'json'
require 'sinatra'

MEMBER = { 'id' => 1, 'name' => 'Ada', 'role' => 'member' }
BASKET = { 'book' => 1 }

patch '/member' do
  MEMBER.merge!(JSON.parse(request.body.read)) # finds mass-assignment (warning)
  MEMBER.to_json
end

patch '/basket' do
  BASKET.merge!(JSON.parse(request.body.read))
  BASKET.to_json
end
