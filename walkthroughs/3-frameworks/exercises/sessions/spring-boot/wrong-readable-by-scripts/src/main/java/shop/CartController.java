package shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/cart")
public class CartController {
  private static final Set<String> PRODUCTS = Set.of("pen", "book", "lamp");

  /** What is in a cart: product and quantity. */
  public record Cart(Map<String, Integer> items, int count) {}

  /** What a visitor adds. */
  public record Item(String product, Integer quantity) {}

  @GetMapping
  public Cart show(HttpSession session) {
    return cart(items(session));
  }

  @PostMapping
  public ResponseEntity<?> add(@RequestBody Item item, HttpSession session) {
    if (item.product() == null || !PRODUCTS.contains(item.product())) {
      return error(HttpStatus.BAD_REQUEST, "There is no such product.");
    }
    if (item.quantity() == null || item.quantity() < 1 || item.quantity() > 20) {
      return error(HttpStatus.BAD_REQUEST, "The quantity must be a whole number from 1 to 20.");
    }
    Map<String, Integer> items = items(session);
    items.merge(item.product(), item.quantity(), Integer::sum);
    session.setAttribute("items", items);
    return ResponseEntity.ok(cart(items));
  }

  @DeleteMapping("/{product}")
  public ResponseEntity<?> remove(@PathVariable String product, HttpSession session) {
    Map<String, Integer> items = items(session);
    if (items.remove(product) == null) {
      return error(HttpStatus.NOT_FOUND, "This product is not in the cart.");
    }
    session.setAttribute("items", items);
    return ResponseEntity.ok(cart(items));
  }

  @PostMapping("/clear")
  public Cart clear(HttpServletRequest request) {
    request.getSession().invalidate();
    return cart(items(request.getSession()));
  }

  /** A copy of the items in the session. */
  private static Map<String, Integer> items(HttpSession session) {
    var items = new TreeMap<String, Integer>();
    if (session.getAttribute("items") instanceof Map<?, ?> kept) {
      kept.forEach((product, quantity) -> items.put((String) product, (Integer) quantity));
    }
    return items;
  }

  private static Cart cart(Map<String, Integer> items) {
    return new Cart(items, items.values().stream().mapToInt(Integer::intValue).sum());
  }

  private static ResponseEntity<?> error(HttpStatus status, String message) {
    return ResponseEntity.status(status).body(Map.of("error", message));
  }
}
