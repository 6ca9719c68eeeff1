package shop;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The routes: ready. */
@RestController
public class BookController {
  private final Books books;

  public BookController(Books books) {
    this.books = books;
  }

  @GetMapping("/books")
  public List<Book> list() {
    return books.all();
  }

  @GetMapping("/books/{id}")
  public ResponseEntity<?> show(@PathVariable int id) {
    var book = books.find(id);
    if (book.isEmpty()) {
      return ResponseEntity.status(HttpStatus.NOT_FOUND)
          .body(Map.of("error", "There is no such book."));
    }
    return ResponseEntity.ok(book.get());
  }

  @GetMapping("/admin/stats")
  public Map<String, Integer> stats() {
    return Map.of("books", books.all().size());
  }
}
