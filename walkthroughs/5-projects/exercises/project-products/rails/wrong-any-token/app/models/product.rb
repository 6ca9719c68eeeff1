class Product < ApplicationRecord
  LONGEST_TEXT = 200
  HIGHEST_NUMBER = 1_000_000_000

  validates_each :name, :category do |product, field|
    sent = product.read_attribute_before_type_cast(field)
    next if sent.is_a?(String) && sent.present? && sent.length <= LONGEST_TEXT

    product.errors.add(field, "must be a text of 1 to #{LONGEST_TEXT} characters")
  end

  # Looks at what was sent, before Rails makes a number of a text.
  validates_each :price, :stock do |product, field|
    sent = product.read_attribute_before_type_cast(field)
    next if sent.is_a?(Integer) && sent.between?(0, HIGHEST_NUMBER)

    product.errors.add(field, "must be a whole number from 0 to #{HIGHEST_NUMBER}")
  end

  # LIKE in SQLite does not care about capitals. % and _ mean themselves.
  scope :with_in_name, ->(part) { where("name LIKE ? ESCAPE '\\'", "%#{sanitize_sql_like(part)}%") }
end
