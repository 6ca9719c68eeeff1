# What the web server Puma runs.
require_relative 'config/environment'

run Rails.application
