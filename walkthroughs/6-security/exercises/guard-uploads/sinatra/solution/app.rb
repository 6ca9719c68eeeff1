require 'fileutils'
require 'json'
require 'securerandom'
require 'sinatra'

FOLDER = File.expand_path('avatars', __dir__)
FileUtils.mkdir_p(FOLDER)

MAX_BYTES = 1_000_000
BEGINNINGS = { '.png' => "\x89PNG\r\n\x1a\n".b, '.jpg' => "\xFF\xD8\xFF".b }.freeze

# The ending that fits the content; nil for what is no picture.
def ending_of(content)
  BEGINNINGS.find { |_ending, beginning| content.start_with?(beginning) }&.first
end

post '/avatars' do
  content_type :json
  content = params['picture'][:tempfile].binmode.read
  halt 413, { error: 'The picture has more than 1 MB.' }.to_json if content.bytesize > MAX_BYTES
  ending = ending_of(content)
  halt 415, { error: 'Send a PNG or a JPEG.' }.to_json if ending.nil?
  name = SecureRandom.hex(16) + ending
  File.binwrite(File.join(FOLDER, name), content)
  status 201
  { url: "/avatars/#{name}" }.to_json
end

get '/avatars/:name' do
  send_file File.join(FOLDER, File.basename(params['name']))
end
