# Returns the position, or -1 when the number is not there, and the steps.
def search(numbers, wanted)
  low = 0
  high = numbers.length - 1
  steps = 0
  while low <= high
    middle = (low + high) / 2
    steps += 1
    return [middle, steps] if numbers[middle] == wanted

    if numbers[middle] < wanted
      low = middle + 1
    else
      high = middle - 1
    end
  end
  [-1, steps]
end

start, gap, count = gets.split.map(&:to_i)
numbers = Array.new(count) { |i| start + i * gap }
gets.split.map(&:to_i).each do |wanted|
  position, steps = search(numbers, wanted)
  found = position.negative? ? "missing" : "at #{position}"
  puts "#{wanted} #{found}, steps: #{steps}"
end
