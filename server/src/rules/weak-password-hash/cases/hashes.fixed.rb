require 'digest'
require 'bcrypt'

def register(params)
  password = params[:password]
  User.create(name: params[:name], digest: BCrypt::Password.create(password, cost: 12)) # finds weak-password-hash
end

def login(params, user)
  BCrypt::Password.new(user.digest).is_password?(params[:password]) # finds weak-password-hash
end
