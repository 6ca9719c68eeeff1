# Returns the position, or -1 when the number is not there, and the steps.
def search(numbers, wanted)
  # TODO: halve the part that is left until the number is found, and count the steps.
  [-1, 0]
end

start, gap, count = gets.split.map(&:to_i)
numbers = Array.new(count) { |i| start + i * gap }
gets.split.map(&:to_i).each do |wanted|
  position, steps = search(numbers, wanted)
  found = position.negative? ? "missing" : "at #{position}"
  puts "#{wanted} #{found}, steps: #{steps}"
end
