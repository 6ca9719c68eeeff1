require 'openssl'

OpenSSL::PKey::RSA.new(1024) # finds short-key (warning)
OpenSSL::PKey::RSA.new 512 # finds short-key (warning)
OpenSSL::PKey::EC.generate('prime192v1') # finds short-key (warning)
