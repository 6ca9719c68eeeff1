# Rails makes these tables when the database is new. After a change here, delete shop.db.
ActiveRecord::Schema.define do
  create_table :products do |table|
    table.string :name, null: false
    table.string :category, null: false, index: true
    table.integer :price, null: false, index: true
    table.integer :stock, null: false
  end
end
