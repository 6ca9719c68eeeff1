package shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The routes. They throw errors, and leave the answer to ErrorHandler. */
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
  public Book show(@PathVariable String id) {
    if (!id.matches("\\d{1,9}")) {
      throw new Mistake(HttpStatus.BAD_REQUEST, "The id must be a whole number.");
    }
    return books
        .find(Integer.parseInt(id))
        .orElseThrow(() -> new Mistake(HttpStatus.NOT_FOUND, "There is no book " + id + "."));
  }

  // The file is not there.
  @GetMapping("/reports/broken")
  public String report() throws IOException {
    return Files.readString(Path.of("reports.txt"));
  }
}
