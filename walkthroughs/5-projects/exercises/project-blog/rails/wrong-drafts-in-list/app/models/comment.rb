class Comment < ApplicationRecord
  belongs_to :post

  validates :name, text: { maximum: 50 }
  validates :text, text: { maximum: 2000 }

  def summary
    { name: name, text: text }
  end
end
