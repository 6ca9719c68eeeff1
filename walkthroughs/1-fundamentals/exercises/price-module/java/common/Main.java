import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import orders.Item;
import orders.Order;

public class Main {
    public static void main(String[] args) {
        List<Item> items = new ArrayList<>();
        Scanner input = new Scanner(System.in);
        while (input.hasNextInt()) {
            int quantity = input.nextInt();
            String product = input.next();
            items.add(new Item(product, quantity));
        }
        for (String line : Order.receipt(items)) {
            System.out.println(line);
        }
    }
}
