class CreateUsers < ActiveRecord::Migration[6.1]
  def change
    create_table :users do |t|
      t.string :name, index: { unique: true }
      t.string :password
      t.string :role, default: 'user'
      t.text :bio, default: ''
      t.text :secret
    end
  end
end
