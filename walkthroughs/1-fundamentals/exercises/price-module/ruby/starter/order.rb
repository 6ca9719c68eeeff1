require_relative "money"
# TODO: require the file of prices, too.

module Order
  # The lines of a receipt, and its total.
  def self.receipt(items)
    total = 0
    lines = items.map do |product, quantity|
      # TODO: let Prices.line_price say what it costs.
      cost = 0
      total += cost
      "#{quantity} x #{product} = #{Money.format_cents(cost)}"
    end
    [*lines, "Total: #{Money.format_cents(total)}"]
  end
end
