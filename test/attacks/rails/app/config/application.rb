require_relative 'boot'

require 'rails/all'

Bundler.require(*Rails.groups)

module Shop
  class Application < Rails::Application
    config.load_defaults 6.1
    config.eager_load = false
    config.logger = Logger.new($stdout)
    config.log_level = :warn
    config.secret_key_base = ENV['JWT_SECRET']
  end
end
