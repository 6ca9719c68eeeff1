class UsersController < ApplicationController
  def index
    directory = Net::LDAP.new
    directory.search(base: 'ou=users', filter: "(uid=#{params[:name]})") # finds ldap-injection
  end
end
