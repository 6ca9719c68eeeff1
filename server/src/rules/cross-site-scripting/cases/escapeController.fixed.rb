class PagesController < ApplicationController
  def hello
    render html: "<h1>Hello, #{ERB::Util.html_escape(params[:name])}</h1>".html_safe # finds cross-site-scripting
  end
end
