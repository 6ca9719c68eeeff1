package shop;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class BookController {
  private final JdbcTemplate db;

  BookController(JdbcTemplate db) {
    this.db = db;
  }

  @GetMapping("/books")
  List<Map<String, Object>> listBooks(@RequestParam(defaultValue = "") String author) {
    String sql = "SELECT id, title, author FROM books WHERE published = 1 AND author = ?";
    return db.queryForList(sql, author);
  }

  @GetMapping("/books/{id}")
  Map<String, Object> showBook(@PathVariable String id) {
    String sql = "SELECT id, title, author FROM books WHERE published = 1 AND id = ?";
    List<Map<String, Object>> books = db.queryForList(sql, id);
    if (books.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such book.");
    }
    return books.get(0);
  }
}
