package shop;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
public class BookController {
  private final Books books;

  public BookController(Books books) {
    this.books = books;
  }

  @GetMapping("/")
  public String list(@RequestParam(defaultValue = "") String q, Model model) {
    List<Book> found =
        books.all().stream()
            .filter(book -> book.title().toLowerCase().contains(q.toLowerCase()))
            .toList();
    model.addAttribute("q", q);
    model.addAttribute("books", found);
    return "books";
  }
}
