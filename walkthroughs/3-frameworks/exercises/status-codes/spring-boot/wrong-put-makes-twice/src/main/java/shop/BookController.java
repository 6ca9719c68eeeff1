package shop;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

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
      return error(HttpStatus.NOT_FOUND, "There is no such book.");
    }
    return ResponseEntity.ok(book.get());
  }

  @PostMapping("/books")
  public ResponseEntity<?> create(@RequestBody BookFields fields) {
    if (isBlank(fields.title())) {
      return error(HttpStatus.BAD_REQUEST, "A book needs a title.");
    }
    if (books.all().stream().anyMatch(book -> book.title().equals(fields.title()))) {
      return error(HttpStatus.CONFLICT, "There is a book with this title.");
    }
    Book book = books.add(fields.title(), fields.author(), fields.year());
    return ResponseEntity.created(URI.create("/books/" + book.id())).body(book);
  }

  @PutMapping("/books/{id}")
  public ResponseEntity<?> put(@PathVariable int id, @RequestBody BookFields fields) {
    if (isBlank(fields.title())) {
      return error(HttpStatus.BAD_REQUEST, "A book needs a title.");
    }
    Book book = new Book(id, fields.title(), fields.author(), fields.year());
    books.put(book);
    return ResponseEntity.status(HttpStatus.CREATED).body(book);
  }

  @DeleteMapping("/books/{id}")
  public ResponseEntity<?> delete(@PathVariable int id) {
    if (!books.remove(id)) {
      return error(HttpStatus.NOT_FOUND, "There is no such book.");
    }
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/old-books")
  public ResponseEntity<?> oldList() {
    return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
        .location(URI.create("/books"))
        .build();
  }

  @PostMapping("/books/{id}")
  public ResponseEntity<?> noPost() {
    return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
        .header(HttpHeaders.ALLOW, "GET, PUT, DELETE")
        .body(Map.of("error", "POST does not fit here."));
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static ResponseEntity<?> error(HttpStatus status, String message) {
    return ResponseEntity.status(status).body(Map.of("error", message));
  }
}
