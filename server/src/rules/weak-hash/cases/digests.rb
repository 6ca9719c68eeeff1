require 'digest'
require 'openssl'

signature = Digest::MD5.hexdigest(text + secret) # finds weak-hash (warning)
token = OpenSSL::Digest.new('SHA1') # finds weak-hash (warning)
mac = OpenSSL::HMAC.hexdigest('MD5', key, text) # finds weak-hash (warning)
