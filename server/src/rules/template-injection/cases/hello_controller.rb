class HelloController < ApplicationController
  def show
    render inline: "<h1>Hello, #{params[:name]}</h1>" # finds template-injection (error)
  end

  def old
    render inline: '<h1>Hello, %s</h1>' % params[:name], layout: false # finds template-injection (error)
  end
end
