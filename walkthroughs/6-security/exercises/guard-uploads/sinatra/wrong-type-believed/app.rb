require 'fileutils'
require 'json'
require 'securerandom'
require 'sinatra'

FOLDER = File.expand_path('avatars', __dir__)
FileUtils.mkdir_p(FOLDER)

MAX_BYTES = 1_000_000
ENDINGS = { 'image/png' => '.png', 'image/jpeg' => '.jpg' }.freeze

post '/avatars' do
  content_type :json
  content = params['picture'][:tempfile].binmode.read
  halt 413, { error: 'The picture has more than 1 MB.' }.to_json if content.bytesize > MAX_BYTES
  ending = ENDINGS[params['picture'][:type]]
  halt 415, { error: 'Send a PNG or a JPEG.' }.to_json if ending.nil?
  name = SecureRandom.hex(16) + ending
  File.binwrite(File.join(FOLDER, name), content)
  status 201
  { url: "/avatars/#{name}" }.to_json
end

get '/avatars/:name' do
  send_file File.join(FOLDER, File.basename(params['name']))
end
