require 'websocket/driver'

# Lets an action turn its request into a WebSocket.
module WebSockets
  private

  def open_websocket(room)
    unless WebSocket::Driver.websocket?(request.env)
      response.set_header('Upgrade', 'websocket')
      return head :upgrade_required
    end

    ChatConnection.new(request.env, room).start
    # The web server has given the connection away: this answer is not sent.
    head :ok
  end
end
