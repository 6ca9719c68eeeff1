package shop;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class BookController {
  private final Books books;

  public BookController(Books books) {
    this.books = books;
  }

  // TODO: filter by author, when the query has one.
  @GetMapping("/books")
  public List<Book> list() {
    return books.all();
  }

  // TODO: GET /books/3 and GET /hello/Ada
}
