package pricing;

import java.util.Map;

public class Prices {
    private static final Map<String, Integer> PRICES =
        Map.of("pen", 120, "notebook", 450, "ruler", 190, "stapler", 1250);

    /** What one piece costs, in cents. */
    public static int unitPrice(String product) {
        return PRICES.get(product);
    }

    /** What a quantity of a product costs, in cents: 10 percent less from 10 pieces on. */
    public static int linePrice(String product, int quantity) {
        int price = unitPrice(product) * quantity;
        return quantity >= 10 ? price - price / 10 : price;
    }
}
