class Node
  attr_reader :value
  attr_accessor :next

  def initialize(value)
    @value = value
  end
end

class LinkedList
  def append(value)
    added = Node.new(value)
    if @head.nil?
      @head = added
      return
    end
    last = @head
    last = last.next while last.next
    last.next = added
  end

  def remove(value)
    return if @head.nil?

    if @head.value == value
      @head = @head.next
      return
    end

    node = @head
    node = node.next while node.next && node.next.value != value
    node.next = node.next.next if node.next
  end

  def reverse
    before = nil
    node = @head
    while node
      after = node.next
      node.next = before
      before = node
      node = after
    end
    @head = before
  end

  def to_s
    values = []
    node = @head
    while node
      values.push(node.value)
      return "The nodes run in a circle." if values.length > 100

      node = node.next
    end
    values.empty? ? "empty" : values.join(" -> ")
  end
end

list = LinkedList.new
$stdin.each_line do |line|
  command, value = line.split
  case command
  when "append" then list.append(value)
  when "remove" then list.remove(value)
  when "reverse" then list.reverse
  end
  puts list
end
