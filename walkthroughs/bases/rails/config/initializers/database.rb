# Makes the tables of db/schema.rb when the application starts with an empty database.
Rails.application.config.after_initialize do
  schema = Rails.root.join('db/schema.rb')
  load schema if schema.exist? && ActiveRecord::Base.connection.tables.empty?
end
