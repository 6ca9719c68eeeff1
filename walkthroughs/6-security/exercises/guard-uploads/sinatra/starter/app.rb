require 'fileutils'
require 'json'
require 'sinatra'

FOLDER = File.expand_path('avatars', __dir__)
FileUtils.mkdir_p(FOLDER)

post '/avatars' do
  picture = params['picture']
  FileUtils.cp(picture[:tempfile].path, File.join(FOLDER, picture[:filename]))
  content_type :json
  status 201
  { url: "/avatars/#{picture[:filename]}" }.to_json
end

get '/avatars/:name' do
  send_file File.join(FOLDER, File.basename(params['name']))
end
