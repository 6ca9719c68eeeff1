class ChatController < ApplicationController
  include WebSockets

  def page
    send_file Rails.root.join('chat.html'), type: 'text/html', disposition: 'inline'
  end

  # TODO: answer 403 to a page of another website.
  def connect
    open_websocket(ChatRoom.instance)
  end
end
