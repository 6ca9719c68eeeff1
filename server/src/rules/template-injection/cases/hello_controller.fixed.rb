class HelloController < ApplicationController
  def show
    render inline: "<h1>Hello, <%= name %></h1>", locals: { name: params[:name] } # finds template-injection (error)
  end

  def old
    render inline: '<h1>Hello, <%= name %></h1>', layout: false, locals: { name: params[:name] } # finds template-injection (error)
  end
end
