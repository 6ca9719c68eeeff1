def parse_quantity(text)
  # TODO: raise an ArgumentError unless the text is a whole number from 1 to 99; return the number.
  0
end

total = 0
$stdin.each_line(chomp: true) do |text|
  # TODO: rescue the error, and print that the text is refused, and why.
  total += parse_quantity(text)
  puts "[#{text}] accepted"
end
puts "Total: #{total}"
