require 'jwt'

def first(user, key)
  JWT.encode({ sub: user.id }, key, 'HS256') # finds jwt-no-expiry (warning)
end

def second(user, key)
  payload = { 'sub' => user.id, 'name' => user.name }
  JWT.encode payload, key, 'HS256' # finds jwt-no-expiry (warning)
end
