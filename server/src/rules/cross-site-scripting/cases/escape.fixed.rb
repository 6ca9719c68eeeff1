require 'sinatra'

get '/hello' do
  "<h1>Hello, #{Rack::Utils.escape_html(params[:name])}</h1>" # finds cross-site-scripting
end
