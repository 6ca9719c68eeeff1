package shop;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

// TODO: give each answer its status code. ResponseEntity has methods for most of them.
@RestController
public class BookController {
  private final Books books;

  public BookController(Books books) {
    this.books = books;
  }

  /** What a client sends for a book. */
  public record BookFields(String title, String author, int year) {}

  @GetMapping("/books")
  public List<Book> list() {
    return books.all();
  }

  @GetMapping("/books/{id}")
  public ResponseEntity<?> show(@PathVariable int id) {
    var book = books.find(id);
    if (book.isEmpty()) {
      return error("There is no such book.");
    }
    return ResponseEntity.ok(book.get());
  }

  @PostMapping("/books")
  public ResponseEntity<?> create(@RequestBody BookFields fields) {
    Book book = books.add(fields.title(), fields.author(), fields.year());
    return ResponseEntity.ok(book);
  }

  @PutMapping("/books/{id}")
  public ResponseEntity<?> put(@PathVariable int id, @RequestBody BookFields fields) {
    Book book = new Book(id, fields.title(), fields.author(), fields.year());
    books.put(book);
    return ResponseEntity.ok(book);
  }

  @DeleteMapping("/books/{id}")
  public ResponseEntity<?> delete(@PathVariable int id) {
    books.remove(id);
    return ResponseEntity.ok(Map.of("removed", id));
  }

  @GetMapping("/old-books")
  public List<Book> oldList() {
    return books.all();
  }

  @PostMapping("/books/{id}")
  public ResponseEntity<?> noPost() {
    return error("POST does not fit here.");
  }

  private static ResponseEntity<?> error(String message) {
    return ResponseEntity.ok(Map.of("error", message));
  }
}
