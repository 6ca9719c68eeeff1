Runner = Struct.new(:name, :time)

$comparisons = 0

# Whether runner a may stand before runner b.
def comes_first(a, b)
  $comparisons += 1
  a.time <= b.time
end

def merge(left, right)
  # TODO: take the runner that comes first from either list, until both are used up.
  left + right
end

def merge_sort(runners)
  # TODO: sort both halves, and merge them.
  runners
end

runners = gets.split.map do |word|
  name, time = word.split(":")
  Runner.new(name, time.to_i)
end
puts merge_sort(runners).map { |runner| "#{runner.name}:#{runner.time}" }.join(" ")
puts "Comparisons: #{$comparisons}"
