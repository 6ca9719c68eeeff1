class UsersController < ApplicationController
  def index
    users = Nokogiri::XML(File.read('users.xml'))
    users.xpath("//user[@name='#{params[:name].delete("'")}']")
    users.xpath("//user[@name='#{params[:name].gsub("'", '')}']")
    users.xpath("//user[@name='#{params[:name].gsub("'", "''")}']") # finds xpath-injection
  end
end
