# `validates :title, text: { maximum: 200 }`: a text that is not only spaces, and not longer.
class TextValidator < ActiveModel::EachValidator
  def validate_each(record, field, _value)
    # What was sent, before Rails makes a text of a number.
    sent = record.read_attribute_before_type_cast(field)
    return if sent.is_a?(String) && sent.present? && sent.length <= options[:maximum]

    record.errors.add(field, "must be a text of 1 to #{options[:maximum]} characters")
  end
end
