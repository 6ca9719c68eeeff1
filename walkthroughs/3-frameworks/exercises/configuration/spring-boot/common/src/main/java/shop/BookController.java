package shop;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routes: ready. */
@RestController
public class BookController {
  private final Books books;
  private final Settings settings;

  public BookController(Books books, Settings settings) {
    this.books = books;
    this.settings = settings;
  }

  @GetMapping("/")
  public Map<String, Object> about() {
    return Map.of("name", settings.name(), "pageSize", settings.pageSize());
  }

  @GetMapping("/books")
  public List<?> list() {
    var page = books.all().stream().limit(settings.pageSize());
    if (settings.showYears()) {
      return page.toList();
    }
    return page.map(book -> new BookWithoutYear(book.id(), book.title(), book.author())).toList();
  }

  private record BookWithoutYear(int id, String title, String author) {}
}
