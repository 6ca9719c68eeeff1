def capitalized(word)
  # TODO: remove spaces at the ends, make the first letter a capital and the rest small.
  word
end

def initials(first, last)
  # TODO: return the two first letters as capitals, a dot after each: A.L.
  ""
end

$stdin.each_line(chomp: true) do |line|
  first, last = line.split(",")
  puts "#{initials(first, last)} (#{capitalized(first)} #{capitalized(last)})"
end
