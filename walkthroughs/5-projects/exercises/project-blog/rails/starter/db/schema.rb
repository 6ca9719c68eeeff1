# Rails makes these tables when the database is new. After a change here, delete shop.db.
ActiveRecord::Schema.define do
  # TODO: the tables authors, posts, tags, posts_tags and comments
end
