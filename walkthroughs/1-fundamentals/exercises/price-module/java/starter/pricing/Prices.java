package pricing;

import java.util.Map;

public class Prices {
    private static final Map<String, Integer> PRICES =
        Map.of("pen", 120, "notebook", 450, "ruler", 190, "stapler", 1250);

    /** What one piece costs, in cents. */
    public static int unitPrice(String product) {
        return PRICES.get(product);
    }

    // TODO: write linePrice(product, quantity), for other packages, too.
}
