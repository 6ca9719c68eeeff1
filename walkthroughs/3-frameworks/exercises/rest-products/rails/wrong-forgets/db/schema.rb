# Rails makes these tables when the database is new.
ActiveRecord::Schema.define do
  create_table :products do |table|
    table.string :name, null: false
    table.integer :price, null: false
  end

  create_table :reviews do |table|
    table.references :product, null: false, foreign_key: { on_delete: :cascade }
    table.integer :stars, null: false
    table.string :text, null: false
  end
end
