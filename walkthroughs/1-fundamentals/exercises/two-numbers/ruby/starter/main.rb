require "set"

# Returns [lower, higher], or nil when there is no pair.
def find_pair(prices, amount)
  # TODO: find the two prices that are the amount together.
  nil
end

amount = gets.to_i
prices = gets.to_s.split.map(&:to_i)
pair = find_pair(prices, amount)
puts pair ? pair.join(" ") : "none"
