# Reads the settings when the application starts. With a wrong one it does not start.
require Rails.root.join('lib/settings')

begin
  Rails.application.config.x.settings = Settings.read(ENV)
rescue ArgumentError => error
  abort error.message
end
