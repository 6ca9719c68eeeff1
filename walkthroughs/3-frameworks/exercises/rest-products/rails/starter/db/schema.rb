# Rails makes these tables when the database is new.
ActiveRecord::Schema.define do
  create_table :products do |table|
    table.string :name, null: false
    table.integer :price, null: false
  end

  # TODO: the table reviews
end
