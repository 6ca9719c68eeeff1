require 'sinatra'

FOLDER = File.expand_path('reports', __dir__)

get '/reports' do
  file = File.expand_path(params['name'].to_s, FOLDER)
  halt 403, 'This is not a report.' unless file.start_with?(FOLDER)
  halt 404, 'There is no such report.' unless File.file?(file)
  content_type 'text/plain'
  File.read(file)
end
