require_relative "supplier"

def ask_all(products)
  questions = products.map { |product| Thread.new { ask_price(product) } }
  questions.map(&:value)
end

products = $stdin.read.split
prices = ask_all(products)
products.zip(prices) { |product, price| puts "#{product}: #{price}" }
puts "Total: #{prices.sum}"
