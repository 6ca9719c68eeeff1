import java.util.Locale;
import java.util.Scanner;

public class Main {
    static int linePrice(int price, int quantity) {
        // TODO: return what `quantity` pieces at `price` cents cost.
        return 0;
    }

    static int withDiscount(int total, int percent) {
        // TODO: return what is left of `total` with `percent` percent off, in whole cents.
        return total;
    }

    static String formatCents(int cents) {
        return String.format(Locale.ROOT, "%.2f", cents / 100.0);
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int discount = input.nextInt();
        int sum = 0;
        while (input.hasNextInt()) {
            int quantity = input.nextInt();
            int price = input.nextInt();
            int cost = linePrice(price, quantity);
            sum += cost;
            System.out.println(quantity + " x " + formatCents(price) + " = " + formatCents(cost));
        }
        System.out.println("Sum: " + formatCents(sum));
        System.out.println("You pay: " + formatCents(withDiscount(sum, discount)));
    }
}
