module Money
  def self.format_cents(cents)
    format("%.2f", cents / 100.0)
  end
end
