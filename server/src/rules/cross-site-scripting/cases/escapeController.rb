class PagesController < ApplicationController
  def hello
    render html: "<h1>Hello, #{params[:name]}</h1>".html_safe # finds cross-site-scripting
  end
end
