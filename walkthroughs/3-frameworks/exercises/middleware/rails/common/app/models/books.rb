# The books of the library, from the file books.json.
class Books
  ALL = JSON.parse(Rails.root.join('books.json').read, symbolize_names: true).freeze

  def self.all
    ALL
  end

  # The book with this id, or nil.
  def self.find(id)
    all.find { |book| book[:id] == id }
  end
end
