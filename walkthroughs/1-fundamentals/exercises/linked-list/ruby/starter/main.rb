class Node
  attr_reader :value
  attr_accessor :next

  def initialize(value)
    @value = value
  end
end

class LinkedList
  def append(value)
    # TODO: hang a new Node behind the last one. @head is the first one, or nil.
  end

  def remove(value)
    # TODO: let the node before it point to the node after it.
  end

  def reverse
    # TODO: let every node point to the one before it.
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
