package shop;

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

  // TODO: put the books that fit into the model. The page is resources/templates/books.html.
  @GetMapping("/")
  public String list(@RequestParam(defaultValue = "") String q, Model model) {
    return "books";
  }
}
