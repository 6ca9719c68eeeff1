def line_price(price, quantity)
  # TODO: return what `quantity` pieces at `price` cents cost.
  0
end

def with_discount(total, percent)
  # TODO: return what is left of `total` with `percent` percent off, in whole cents.
  total
end

def format_cents(cents)
  format("%.2f", cents / 100.0)
end

discount, *lines = $stdin.readlines(chomp: true)
sum = 0
lines.each do |line|
  quantity, price = line.split.map(&:to_i)
  cost = line_price(price, quantity)
  sum += cost
  puts "#{quantity} x #{format_cents(price)} = #{format_cents(cost)}"
end
puts "Sum: #{format_cents(sum)}"
puts "You pay: #{format_cents(with_discount(sum, discount.to_i))}"
