class PrintQueue
  attr_reader :slots

  def initialize(size)
    @slots = Array.new(size)
    @first = 0
    @count = 0
  end

  def add(job)
    # TODO: put the job into its slot, or refuse it.
    false
  end

  def next
    # TODO: take out the job that has waited longest, or return nil.
    nil
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
