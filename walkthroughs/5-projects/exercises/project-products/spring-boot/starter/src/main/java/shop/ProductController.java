package shop;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/products")
public class ProductController {
  /** One part of the list, and how long all of it is. */
  public record Page(List<Product> items, int total, int page, int pages) {}

  // TODO: the parameters. @Min and @Max before a @RequestParam check it.
  @GetMapping
  public Page list() {
    return new Page(List.of(), 0, 1, 0);
  }

  // TODO: the other routes. @Valid before a @RequestBody checks its fields by their annotations.
}
