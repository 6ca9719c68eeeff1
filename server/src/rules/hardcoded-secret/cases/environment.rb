require 'jwt'

SECRET = 'shhhh-shhhh'

def issue(user, until_then)
  JWT.encode({ sub: user, exp: until_then }, SECRET, 'HS256') # finds hardcoded-secret
end
