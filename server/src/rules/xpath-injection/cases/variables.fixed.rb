class UsersController < ApplicationController
  def index
    users = Nokogiri::XML(File.read('users.xml'))
    users.xpath("//user[@name=$name]", nil, { name: params[:name] }) # finds xpath-injection
    REXML::XPath.first(users, "//user[@name=$name]", nil, { 'name' => params[:name] }) # finds xpath-injection
  end
end
