class UsersController < ApplicationController
  def index
    users = Nokogiri::XML(File.read('users.xml'))
    users.xpath("//user[@name='#{params[:name]}']") # finds xpath-injection
    REXML::XPath.first(users, "//user[@name='#{params[:name]}']") # finds xpath-injection
  end
end
