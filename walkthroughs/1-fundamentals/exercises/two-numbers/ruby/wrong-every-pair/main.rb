require "set"

# Returns [lower, higher], or nil when there is no pair.
def find_pair(prices, amount)
  prices.each_with_index do |one, i|
    (i + 1...prices.length).each do |j|
      return [one, prices[j]].sort if one + prices[j] == amount
    end
  end
  nil
end

amount = gets.to_i
prices = gets.to_s.split.map(&:to_i)
pair = find_pair(prices, amount)
puts pair ? pair.join(" ") : "none"
