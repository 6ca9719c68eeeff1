def parse_quantity(text)
  quantity = text.to_i
  unless quantity.between?(1, 99)
    raise ArgumentError, "write a whole number from 1 to 99"
  end

  quantity
end

total = 0
$stdin.each_line(chomp: true) do |text|
  total += parse_quantity(text)
  puts "[#{text}] accepted"
rescue ArgumentError => error
  puts "[#{text}] refused: #{error.message}"
end
puts "Total: #{total}"
