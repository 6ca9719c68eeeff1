# The books of the library: read from books.json at the start, kept in memory.
class Books
  @books = JSON.parse(Rails.root.join('books.json').read, symbolize_names: true)
  @last_id = @books.map { |book| book[:id] }.max
  @lock = Monitor.new

  class << self
    def all
      @lock.synchronize { @books.dup }
    end

    # The book with this id, or nil.
    def find(id)
      all.find { |book| book[:id] == id }
    end

    # Gives the new book the next id.
    def add(fields)
      @lock.synchronize do
        @last_id += 1
        put(fields.merge(id: @last_id))
      end
    end

    # Puts the book in the place of the one with its id, if there is one.
    def put(book)
      @lock.synchronize do
        remove(book[:id])
        @books.push(book)
        @last_id = [@last_id, book[:id]].max
        book
      end
    end

    # Returns whether the book was there.
    def remove(id)
      @lock.synchronize { !@books.reject! { |book| book[:id] == id }.nil? }
    end
  end
end
