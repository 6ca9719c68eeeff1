def count_of(words, wanted)
  # TODO: go through the words and count those that equal `wanted`.
  0
end

def longest_word(words)
  # TODO: go through the words and keep the longest so far.
  ""
end

wanted = gets.chomp
words = gets.split
puts "Count: #{count_of(words, wanted)}"
puts "Longest: #{longest_word(words)}"
