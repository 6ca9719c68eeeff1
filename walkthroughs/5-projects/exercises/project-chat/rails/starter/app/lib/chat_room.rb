# The room of the chat: there is one. Its methods are called for one connection at a time.
# connection.tell(type: 'error', reason: 'Why') sends an object as JSON to one connection.
class ChatRoom
  include Singleton

  def initialize
    # TODO: who is in the room, and the last messages
  end

  # A connection has sent a text.
  def received(connection, text)
    # TODO: read the JSON, and look at its type.
  end

  # A connection is over, perhaps before it joined.
  def closed(connection)
    # TODO: tell the others.
  end
end
