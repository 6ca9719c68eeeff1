require "set"

# Returns [lower, higher], or nil when there is no pair.
def find_pair(prices, amount)
  passed = Set.new
  prices.each do |price|
    other = amount - price
    return [price, other].sort if passed.include?(other)

    passed.add(price)
  end
  nil
end

amount = gets.to_i
prices = gets.to_s.split.map(&:to_i)
pair = find_pair(prices, amount)
puts pair ? pair.join(" ") : "none"
