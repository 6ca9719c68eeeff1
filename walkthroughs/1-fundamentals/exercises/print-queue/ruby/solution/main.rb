class PrintQueue
  attr_reader :slots

  def initialize(size)
    @slots = Array.new(size)
    @first = 0
    @count = 0
  end

  def add(job)
    return false if @count == @slots.length

    @slots[(@first + @count) % @slots.length] = job
    @count += 1
    true
  end

  def next
    return nil if @count.zero?

    job = @slots[@first]
    @slots[@first] = nil
    @first = (@first + 1) % @slots.length
    @count -= 1
    job
  end
end

queue = PrintQueue.new(gets.to_i)
$stdin.each_line do |line|
  command, job = line.split
  case command
  when "add" then puts queue.add(job) ? "queued" : "full"
  when "next" then puts queue.next || "nothing"
  when "slots" then puts queue.slots.map { |each| each || "-" }.join(" ")
  end
end
