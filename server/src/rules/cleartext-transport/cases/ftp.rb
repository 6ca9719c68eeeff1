require 'net/ftp'

Net::FTP.open('files.shop-partner.net') do |ftp| # finds cleartext-transport (warning)
  ftp.login
end
