# Loads the parts of Rails that the project uses, and its settings.
require 'logger'
require 'rails'
require 'active_model/railtie'
require 'active_record/railtie'
require 'action_controller/railtie'
require 'action_view/railtie'

module Shop
  class Application < Rails::Application
    config.root = File.expand_path('..', __dir__)
    config.load_defaults Rails::VERSION::STRING.to_f
    config.eager_load = false
    # Errors are answered as they will be for visitors: without details, which go to the log.
    config.consider_all_requests_local = false
    config.logger = Logger.new($stdout)
    config.log_level = :warn
  end
end
