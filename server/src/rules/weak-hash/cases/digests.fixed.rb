require 'digest'
require 'openssl'

signature = Digest::SHA256.hexdigest(text + secret) # finds weak-hash (warning)
token = OpenSSL::Digest.new('SHA256') # finds weak-hash (warning)
mac = OpenSSL::HMAC.hexdigest('SHA256', key, text) # finds weak-hash (warning)
