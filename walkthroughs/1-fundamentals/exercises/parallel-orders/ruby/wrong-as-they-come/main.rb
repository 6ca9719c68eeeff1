require_relative "supplier"

def ask_all(products)
  prices = Queue.new
  products.each { |product| Thread.new { prices << ask_price(product) } }
  products.map { prices.pop }
end

products = $stdin.read.split
prices = ask_all(products)
products.zip(prices) { |product, price| puts "#{product}: #{price}" }
puts "Total: #{prices.sum}"
