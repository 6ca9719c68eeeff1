require_relative "money"
require_relative "prices"

module Order
  # The lines of a receipt, and its total.
  def self.receipt(items)
    total = 0
    lines = items.map do |product, quantity|
      cost = Prices.line_price(product, quantity)
      total += cost
      "#{quantity} x #{product} = #{Money.format_cents(cost)}"
    end
    [*lines, "Total: #{Money.format_cents(total)}"]
  end
end
