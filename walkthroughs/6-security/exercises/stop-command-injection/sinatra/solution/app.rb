require 'open3'
require 'rbconfig'
require 'sinatra'

get '/labels' do
  name = params['name'].to_s
  output, result = Open3.capture2(RbConfig.ruby, 'label.rb', name)
  halt 500, 'The label could not be printed.' unless result.success?
  content_type 'text/plain'
  output
end
