package shop;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/books")
public class BookController {
  private final Books books;

  public BookController(Books books) {
    this.books = books;
  }

  @GetMapping
  public List<Book> list() {
    return books.all();
  }

  @GetMapping("/{id}")
  public ResponseEntity<?> show(@PathVariable int id) {
    var book = books.find(id);
    if (book.isEmpty()) {
      return ResponseEntity.status(HttpStatus.NOT_FOUND)
          .body(Map.of("error", "There is no such book."));
    }
    return ResponseEntity.ok(book.get());
  }

  // A body that is no JSON object never arrives here: Spring answers 400.
  @PostMapping
  public ResponseEntity<?> create(@RequestBody Map<String, Object> body) {
    var errors = new TreeMap<String, String>();
    String title = text(body, "title", errors);
    String author = text(body, "author", errors);
    int year = year(body, errors);
    if (!errors.isEmpty()) {
      return ResponseEntity.badRequest().body(Map.of("errors", errors));
    }
    Book book = books.add(title, author, year);
    return ResponseEntity.created(URI.create("/books/" + book.id())).body(book);
  }

  private static String text(Map<String, Object> body, String field, Map<String, String> errors) {
    if (body.get(field) instanceof String value) {
      String trimmed = value.strip();
      if (!trimmed.isEmpty() && trimmed.length() <= 200) {
        return trimmed;
      }
    }
    errors.put(field, "must be a text of 1 to 200 characters");
    return "";
  }

  private static int year(Map<String, Object> body, Map<String, String> errors) {
    if (body.get("year") instanceof Integer year && year >= 1450 && year <= 2100) {
      return year;
    }
    errors.put("year", "must be a whole number from 1450 to 2100");
    return 0;
  }
}
