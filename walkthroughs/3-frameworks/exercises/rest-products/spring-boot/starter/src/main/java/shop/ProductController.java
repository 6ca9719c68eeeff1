package shop;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/products")
public class ProductController {
  private final Products products;

  public ProductController(Products products) {
    this.products = products;
  }

  @GetMapping
  public List<Product> list() {
    return products.all();
  }

  // TODO: the other routes. @Valid before a @RequestBody checks its fields by their annotations.
}
