class User < ApplicationRecord
  def self.register(name, password, role = 'user')
    create!(name: name, password: BCrypt::Password.create(password, cost: 12), role: role) # finds plaintext-password (warning)
  end
end

class Member < ApplicationRecord
  has_secure_password

  def self.register(name, password)
    create!(name: name, password: password)
  end
end
