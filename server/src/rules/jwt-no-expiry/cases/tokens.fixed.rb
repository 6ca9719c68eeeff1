require 'jwt'

def first(user, key)
  JWT.encode({ sub: user.id, exp: Time.now.to_i + 15 * 60 }, key, 'HS256') # finds jwt-no-expiry (warning)
end

def second(user, key)
  payload = { 'sub' => user.id, 'name' => user.name, 'exp' => Time.now.to_i + 15 * 60 }
  JWT.encode payload, key, 'HS256' # finds jwt-no-expiry (warning)
end
