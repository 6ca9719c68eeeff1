package shop;

import java.util.List;
import org.springframework.http.MediaType;
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

  // A method that returns null answers 200 with an empty body.
  @GetMapping("/books/{id}")
  public Book show(@PathVariable int id) {
    return books.find(id).orElse(null);
  }

  @GetMapping(value = "/hello/{name}", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
  public String hello(@PathVariable String name) {
    return "Hello, " + name;
  }
}
