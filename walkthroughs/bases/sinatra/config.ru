# Where the program runs for real, its server begins here.
require_relative 'app'
run Sinatra::Application
