# Rails makes these tables when the database is new. After a change here, delete shop.db.
ActiveRecord::Schema.define do
  create_table :accounts do |table|
    table.string :email, null: false, index: { unique: true }
    table.string :password_digest, null: false
  end
end
