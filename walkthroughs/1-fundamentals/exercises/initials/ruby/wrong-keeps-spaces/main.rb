def capitalized(word)
  word.capitalize
end

def initials(first, last)
  "#{capitalized(first)[0]}.#{capitalized(last)[0]}."
end

$stdin.each_line(chomp: true) do |line|
  first, last = line.split(",")
  puts "#{initials(first, last)} (#{capitalized(first)} #{capitalized(last)})"
end
