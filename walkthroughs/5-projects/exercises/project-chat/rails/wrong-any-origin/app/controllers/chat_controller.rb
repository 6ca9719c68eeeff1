class ChatController < ApplicationController
  include WebSockets

  def page
    send_file Rails.root.join('chat.html'), type: 'text/html', disposition: 'inline'
  end

  # Asks nobody where the page is from.
  def connect
    open_websocket(ChatRoom.instance)
  end
end
