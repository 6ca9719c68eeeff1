require 'net/http'

http = Net::HTTP.new('api.shop-partner.net', 443)
http.verify_mode = OpenSSL::SSL::VERIFY_NONE # finds tls-verification-disabled (warning)
Faraday.new(url: 'https://api.shop-partner.net', ssl: { verify: false }) # finds tls-verification-disabled (warning)
