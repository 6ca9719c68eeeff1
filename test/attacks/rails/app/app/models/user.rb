class User < ApplicationRecord
  def self.register(name, password, role = 'user')
    create!(name: name, password: password, role: role)
  end
end
