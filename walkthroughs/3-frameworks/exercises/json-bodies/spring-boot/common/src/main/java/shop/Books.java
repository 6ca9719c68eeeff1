package shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The books of the library: read from books.json at the start, kept in memory. */
@Component
public class Books {
  private final List<Book> books;
  private int lastId;

  public Books(ObjectMapper json) throws IOException {
    books = new ArrayList<>(List.of(json.readValue(Path.of("books.json").toFile(), Book[].class)));
    lastId = books.stream().mapToInt(Book::id).max().orElse(0);
  }

  public synchronized List<Book> all() {
    return List.copyOf(books);
  }

  public synchronized Optional<Book> find(int id) {
    return books.stream().filter(book -> book.id() == id).findFirst();
  }

  /** Gives the new book the next id. */
  public synchronized Book add(String title, String author, int year) {
    Book book = new Book(++lastId, title, author, year);
    books.add(book);
    return book;
  }

  /** Puts the book in the place of the one with its id, if there is one. */
  public synchronized void put(Book book) {
    remove(book.id());
    books.add(book);
    lastId = Math.max(lastId, book.id());
  }

  /** Returns whether the book was there. */
  public synchronized boolean remove(int id) {
    return books.removeIf(book -> book.id() == id);
  }
}
