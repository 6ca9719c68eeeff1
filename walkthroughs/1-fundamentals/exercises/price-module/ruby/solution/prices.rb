module Prices
  PRICES = { "pen" => 120, "notebook" => 450, "ruler" => 190, "stapler" => 1250 }.freeze

  # What one piece costs, in cents.
  def self.unit_price(product)
    PRICES.fetch(product)
  end

  # What a quantity of a product costs, in cents: 10 percent less from 10 pieces on.
  def self.line_price(product, quantity)
    price = unit_price(product) * quantity
    quantity >= 10 ? price - price / 10 : price
  end
end
