require_relative "order"

items = $stdin.each_line.map do |line|
  quantity, product = line.split
  [product, quantity.to_i]
end

puts Order.receipt(items)
