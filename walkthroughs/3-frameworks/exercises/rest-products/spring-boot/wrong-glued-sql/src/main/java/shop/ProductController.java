package shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/products")
public class ProductController {
  private final Products products;

  public ProductController(Products products) {
    this.products = products;
  }

  /** What a client sends for a product. When a field is wrong, Spring answers 400. */
  public record ProductFields(@NotBlank String name, @NotNull @Min(0) Integer price) {}

  /** What a client sends for a review. */
  public record ReviewFields(@NotNull @Min(1) @Max(5) Integer stars, @NotBlank String text) {}

  /** A product as a client sees it. */
  public record ProductWithReviews(int id, String name, int price, List<Review> reviews) {}

  @GetMapping
  public List<Product> list() {
    return products.all();
  }

  @PostMapping
  public ResponseEntity<Product> create(@Valid @RequestBody ProductFields fields) {
    Product product = products.add(fields.name(), fields.price());
    return ResponseEntity.created(URI.create("/products/" + product.id())).body(product);
  }

  @GetMapping("/{id}")
  public ProductWithReviews show(@PathVariable int id) {
    Product product = find(id);
    return new ProductWithReviews(id, product.name(), product.price(), products.reviews(id));
  }

  @PutMapping("/{id}")
  public Product change(@PathVariable int id, @Valid @RequestBody ProductFields fields) {
    Product product = new Product(id, fields.name(), fields.price());
    if (!products.change(product)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return product;
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void remove(@PathVariable int id) {
    if (!products.remove(id)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  @PostMapping("/{id}/reviews")
  @ResponseStatus(HttpStatus.CREATED)
  public Review addReview(@PathVariable int id, @Valid @RequestBody ReviewFields fields) {
    Review review = new Review(fields.stars(), fields.text());
    products.addReview(find(id).id(), review);
    return review;
  }

  private Product find(int id) {
    return products.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
