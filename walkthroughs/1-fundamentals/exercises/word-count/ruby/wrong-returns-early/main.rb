def count_of(words, wanted)
  count = 0
  words.each do |word|
    count += 1 if word.downcase == wanted.downcase
    return count
  end
  0
end

def longest_word(words)
  longest = ""
  words.each do |word|
    longest = word if word.length > longest.length
  end
  longest
end

wanted = gets.chomp
words = gets.split
puts "Count: #{count_of(words, wanted)}"
puts "Longest: #{longest_word(words)}"
