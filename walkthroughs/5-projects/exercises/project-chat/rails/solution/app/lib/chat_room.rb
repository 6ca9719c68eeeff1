# The room of the chat: there is one. Its methods are called for one connection at a time.
# connection.tell(type: 'error', reason: 'Why') sends an object as JSON to one connection.
class ChatRoom
  include Singleton

  class Refused < StandardError; end

  LONGEST_NAME = 20
  LONGEST_TEXT = 500
  LONGEST_HISTORY = 20

  def initialize
    # The names of those who have joined, by connection.
    @names = {}
    @history = []
  end

  # A connection has sent a text.
  def received(connection, text)
    message = parse(text)
    case message['type']
    when 'join' then join(connection, message['name'])
    when 'message' then say(connection, message['text'])
    else raise Refused, 'The type must be join or message.'
    end
  rescue Refused => e
    connection.tell(type: 'error', reason: e.message)
  end

  # A connection is over, perhaps before it joined.
  def closed(connection)
    name = @names.delete(connection)
    tell_everyone(type: 'left', name: name) if name
  end

  private

  def parse(text)
    message = JSON.parse(text)
    message.is_a?(Hash) ? message : raise(Refused, 'Send a JSON object.')
  rescue JSON::ParserError
    raise Refused, 'This is not JSON.'
  end

  def join(connection, name)
    raise Refused, 'You have joined already.' if @names.key?(connection)

    name = checked_name(name)
    @names[connection] = name
    connection.tell(type: 'history', messages: @history)
    tell_everyone(type: 'joined', name: name)
  end

  def checked_name(name)
    name = name.is_a?(String) ? name.strip : ''
    raise Refused, "A name has 1 to #{LONGEST_NAME} characters." unless name.length.between?(1, LONGEST_NAME)
    raise Refused, 'This name is taken.' if @names.value?(name)

    name
  end

  def say(connection, text)
    name = @names.fetch(connection) { raise Refused, 'Join first.' }
    good = text.is_a?(String) && text.present? && text.length <= LONGEST_TEXT
    raise Refused, "A text has 1 to #{LONGEST_TEXT} characters." unless good

    remember(name: name, text: text)
    tell_everyone(type: 'message', name: name, text: text)
  end

  def remember(message)
    @history.push(message)
    @history.shift if @history.length > LONGEST_HISTORY
  end

  def tell_everyone(message)
    @names.each_key { |connection| connection.tell(message) }
  end
end
