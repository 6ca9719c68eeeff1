require 'digest'

def register(params)
  password = params[:password]
  User.create(name: params[:name], digest: Digest::SHA256.hexdigest(password)) # finds weak-password-hash
end

def login(params, user)
  Digest::MD5.hexdigest(params[:password]) == user.digest # finds weak-password-hash
end
