# Rails makes these tables when the database is new. After a change here, delete shop.db.
ActiveRecord::Schema.define do
  # TODO: the table accounts
end
