import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

public class Main {
    static List<Integer> askAll(List<String> products) throws Exception {
        // TODO: ask for all products at once, and keep their order.
        List<Integer> prices = new ArrayList<>();
        for (String product : products) {
            prices.add(Supplier.askPrice(product));
        }
        return prices;
    }

    public static void main(String[] args) throws Exception {
        List<String> products = new ArrayList<>();
        new Scanner(System.in).tokens().forEach(products::add);
        List<Integer> prices = askAll(products);
        int total = 0;
        for (int i = 0; i < products.size(); i++) {
            System.out.println(products.get(i) + ": " + prices.get(i));
            total += prices.get(i);
        }
        System.out.println("Total: " + total);
    }
}
