package shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/products")
public class ProductController {
  /** One part of the list, and how long all of it is. */
  public record Page(List<Product> items, int total, int page, int pages) {}

  /** A new product. When a field is wrong, Spring answers 400. */
  public record NewProduct(
      @NotBlank String name,
      @NotBlank String category,
      @NotNull @Min(0) Integer price,
      @NotNull @Min(0) Integer stock) {}

  /** What changes of a product; null where nothing does. */
  public record Changes(
      @Pattern(regexp = NOT_BLANK) String name,
      @Pattern(regexp = NOT_BLANK) String category,
      @Min(0) Integer price,
      @Min(0) Integer stock) {
    private static final String NOT_BLANK = "(?s).*\\S.*";

    private Product of(Product before) {
      return new Product(
          before.id(),
          name == null ? before.name() : name,
          category == null ? before.category() : category,
          price == null ? before.price() : price,
          stock == null ? before.stock() : stock);
    }
  }

  private final Products products;

  public ProductController(Products products) {
    this.products = products;
  }

  @GetMapping
  public Page list(
      @RequestParam(required = false) String category,
      @RequestParam(required = false) @Min(0) Integer minPrice,
      @RequestParam(required = false) @Min(0) Integer maxPrice,
      @RequestParam(required = false) String search,
      @RequestParam(required = false)
          @Pattern(regexp = "-?(price|name)", message = "must be price, -price, name or -name")
          String sort,
      @RequestParam(defaultValue = "1") @Min(1) int page,
      @RequestParam(defaultValue = "10") @Min(1) @Max(50) int perPage) {
    var filter = new Products.Filter(category, minPrice, maxPrice, search);
    int total = products.count(filter);
    List<Product> items = products.list(filter, sort, perPage, (page - 1L) * perPage);
    return new Page(items, total, page, (total + perPage - 1) / perPage);
  }

  @GetMapping("/{id}")
  public Product show(@PathVariable int id) {
    return products.find(id).orElseThrow(ProductController::notFound);
  }

  @PostMapping
  public ResponseEntity<Product> create(@Valid @RequestBody NewProduct fields) {
    Product product =
        products.add(fields.name(), fields.category(), fields.price(), fields.stock());
    return ResponseEntity.created(URI.create("/products/" + product.id())).body(product);
  }

  @PatchMapping("/{id}")
  public Product change(@PathVariable int id, @Valid @RequestBody Changes changes) {
    Product product = changes.of(show(id));
    products.change(product);
    return product;
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void remove(@PathVariable int id) {
    if (!products.remove(id)) {
      throw notFound();
    }
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
