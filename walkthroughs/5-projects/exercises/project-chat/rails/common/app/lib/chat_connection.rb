require 'websocket/driver'

# One WebSocket. Calls received(connection, text) and closed(connection) of the room,
# for one connection at a time, so that the room needs no lock of its own.
class ChatConnection
  LONGEST_MESSAGE = 16 * 1024
  MOST_WAITING = 200
  LOCK = Monitor.new

  # For the driver, which knows the WebSocket protocol.
  attr_reader :env

  def initialize(env, room)
    @env = env
    @room = room
    @outgoing = SizedQueue.new(MOST_WAITING)
    @driver = WebSocket::Driver.rack(self, max_length: LONGEST_MESSAGE)
    @driver.on(:message) { |event| receive(event.data) }
    @driver.on(:close) { @over = true }
  end

  # Takes the connection over from the web server.
  def start
    @io = env['rack.hijack'].call
    Thread.new { write_all }
    Thread.new { read_all }
  end

  # Sends an object as JSON.
  def tell(message)
    LOCK.synchronize { @driver.text(JSON.generate(message)) }
  end

  # For the driver: the address of this connection.
  def url
    "ws://#{env['HTTP_HOST']}#{env['REQUEST_URI']}"
  end

  # For the driver: what is to be sent. Who reads too slowly is cut off, so that nobody else waits.
  def write(bytes)
    @outgoing.push(bytes, true)
  rescue ThreadError
    @io.close
  rescue ClosedQueueError
    nil
  end

  private

  def receive(data)
    # Bytes that are not sent as a text are no JSON.
    text = data.is_a?(String) ? data : ''
    LOCK.synchronize { @room.received(self, text) }
  end

  def read_all
    LOCK.synchronize { @driver.start }
    @driver.parse(@io.readpartial(4096)) until @over
  rescue IOError, SystemCallError
    # The other side has gone.
  rescue StandardError => e
    Rails.logger.error(e.full_message(highlight: false))
  ensure
    LOCK.synchronize { @room.closed(self) }
    @outgoing.close
  end

  # Ends when the queue is closed and empty.
  def write_all
    while (bytes = @outgoing.pop)
      @io.write(bytes)
    end
  rescue IOError, SystemCallError
    # The other side has gone.
  ensure
    @io.close
  end
end
