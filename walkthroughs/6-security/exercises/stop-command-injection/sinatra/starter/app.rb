require 'rbconfig'
require 'sinatra'

get '/labels' do
  name = params['name'].to_s
  output = `"#{RbConfig.ruby}" label.rb "#{name}"`
  halt 500, 'The label could not be printed.' unless $?.success?
  content_type 'text/plain'
  output
end
