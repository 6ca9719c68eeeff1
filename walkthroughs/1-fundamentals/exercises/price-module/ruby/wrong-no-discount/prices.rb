module Prices
  PRICES = { "pen" => 120, "notebook" => 450, "ruler" => 190, "stapler" => 1250 }.freeze

  # What one piece costs, in cents.
  def self.unit_price(product)
    PRICES.fetch(product)
  end

  def self.line_price(product, quantity)
    unit_price(product) * quantity
  end
end
