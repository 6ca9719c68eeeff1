class ChatController < ApplicationController
  include WebSockets

  def page
    send_file Rails.root.join('chat.html'), type: 'text/html', disposition: 'inline'
  end

  def connect
    return head :forbidden unless own_page?

    open_websocket(ChatRoom.instance)
  end

  private

  # A browser says where a page is from. Other programs need not.
  def own_page?
    request.origin.nil? || request.origin == request.base_url
  end
end
