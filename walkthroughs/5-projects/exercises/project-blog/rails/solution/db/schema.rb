# Rails makes these tables when the database is new. After a change here, delete shop.db.
ActiveRecord::Schema.define do
  create_table :authors do |table|
    table.string :name, null: false, index: { unique: true }
    table.string :password_digest, null: false
  end

  create_table :posts do |table|
    table.references :author, null: false, foreign_key: true
    table.string :title, null: false
    table.text :body, null: false
    table.boolean :published, null: false, default: false
  end

  create_table :tags do |table|
    table.string :name, null: false, index: { unique: true }
  end

  create_join_table :posts, :tags do |table|
    table.foreign_key :posts, on_delete: :cascade
    table.foreign_key :tags
    table.index %i[post_id tag_id], unique: true
    table.index :tag_id
  end

  create_table :comments do |table|
    table.references :post, null: false, foreign_key: { on_delete: :cascade }
    table.string :name, null: false
    table.text :text, null: false
  end
end
