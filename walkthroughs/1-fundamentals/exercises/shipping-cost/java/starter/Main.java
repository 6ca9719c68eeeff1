import java.util.Scanner;

public class Main {
    static int shippingCost(int total, String country, boolean isExpress) {
        // TODO: decide what it costs, by the rules of the task.
        return 1299;
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        while (input.hasNextInt()) {
            int total = input.nextInt();
            String country = input.next();
            String speed = input.next();
            int cost = shippingCost(total, country, speed.equals("express"));
            System.out.println(country + " " + total + " " + speed + ": " + cost);
        }
    }
}
