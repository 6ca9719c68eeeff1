package shop;

import java.util.List;
import java.util.Map;
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

  // TODO: check the fields, add the book, answer 201 with the header Location.
  @PostMapping
  public ResponseEntity<?> create(@RequestBody Map<String, Object> body) {
    return ResponseEntity.status(HttpStatus.NOT_IMPLEMENTED).build();
  }
}
