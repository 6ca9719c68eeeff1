require_relative "supplier"

def ask_all(products)
  # TODO: ask for all products at once, and keep their order.
  products.map { |product| ask_price(product) }
end

products = $stdin.read.split
prices = ask_all(products)
products.zip(prices) { |product, price| puts "#{product}: #{price}" }
puts "Total: #{prices.sum}"
