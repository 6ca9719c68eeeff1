package shop;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class BookController {
  private final Books books;

  public BookController(Books books) {
    this.books = books;
  }

  @GetMapping("/books")
  public List<Book> list(@RequestParam(required = false) String author) {
    return books.all().stream()
        .filter(book -> author == null || book.author().equals(author))
        .toList();
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

  @GetMapping(value = "/hello/{name}", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
  public String hello(@PathVariable String name) {
    return "Hello, " + name;
  }
}
