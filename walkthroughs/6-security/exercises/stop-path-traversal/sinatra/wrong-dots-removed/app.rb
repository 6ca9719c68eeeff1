require 'sinatra'

FOLDER = File.expand_path('reports', __dir__)

get '/reports' do
  file = File.join(FOLDER, params['name'].to_s.gsub('../', ''))
  halt 404, 'There is no such report.' unless File.file?(file)
  content_type 'text/plain'
  File.read(file)
end
