require 'openssl'

OpenSSL::PKey::RSA.new(3072) # finds short-key (warning)
OpenSSL::PKey::RSA.new 3072 # finds short-key (warning)
OpenSSL::PKey::EC.generate('prime256v1') # finds short-key (warning)
