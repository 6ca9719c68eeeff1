package orders;

import java.util.ArrayList;
import java.util.List;
import pricing.Money;
// TODO: import the class Prices, too.

public class Order {
    /** The lines of a receipt, and its total. */
    public static List<String> receipt(List<Item> items) {
        List<String> lines = new ArrayList<>();
        int total = 0;
        for (Item item : items) {
            // TODO: let linePrice say what it costs.
            int cost = 0;
            total += cost;
            lines.add(item.quantity() + " x " + item.product() + " = " + Money.formatCents(cost));
        }
        lines.add("Total: " + Money.formatCents(total));
        return lines;
    }
}
