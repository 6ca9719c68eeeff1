package shop;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/cart")
public class CartController {
  /** What is in a cart: product and quantity. */
  public record Cart(Map<String, Integer> items, int count) {}

  // TODO: read the cart of this visitor out of the session.
  @GetMapping
  public Cart show(HttpSession session) {
    return new Cart(new TreeMap<>(), 0);
  }

  // TODO: POST /cart, DELETE /cart/pen and POST /cart/clear
}
