# Runs db/seeds.rb at every start, when the tables are there.
Rails.application.config.after_initialize { Rails.application.load_seed }
