require 'net/ftp'

Net::FTP.open('files.shop-partner.net', ssl: true) do |ftp| # finds cleartext-transport (warning)
  ftp.login
end
