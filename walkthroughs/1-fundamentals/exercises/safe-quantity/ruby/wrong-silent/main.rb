def parse_quantity(text)
  # \A and \z are the ends of the text; ^ and $ would be the ends of any of its lines.
  unless text.match?(/\A[0-9]{1,2}\z/) && text.to_i.positive?
    raise ArgumentError, "write a whole number from 1 to 99"
  end

  text.to_i
end

total = 0
$stdin.each_line(chomp: true) do |text|
  total += parse_quantity(text)
  puts "[#{text}] accepted"
rescue ArgumentError
  # Nothing to do.
end
puts "Total: #{total}"
