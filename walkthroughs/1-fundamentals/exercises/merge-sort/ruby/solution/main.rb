Runner = Struct.new(:name, :time)

$comparisons = 0

# Whether runner a may stand before runner b.
def comes_first(a, b)
  $comparisons += 1
  a.time <= b.time
end

def merge(left, right)
  merged = []
  i = 0
  j = 0
  while i < left.length && j < right.length
    if comes_first(left[i], right[j])
      merged.push(left[i])
      i += 1
    else
      merged.push(right[j])
      j += 1
    end
  end
  merged + left.drop(i) + right.drop(j)
end

def merge_sort(runners)
  return runners if runners.length <= 1

  middle = runners.length / 2
  merge(merge_sort(runners.take(middle)), merge_sort(runners.drop(middle)))
end

runners = gets.split.map do |word|
  name, time = word.split(":")
  Runner.new(name, time.to_i)
end
puts merge_sort(runners).map { |runner| "#{runner.name}:#{runner.time}" }.join(" ")
puts "Comparisons: #{$comparisons}"
