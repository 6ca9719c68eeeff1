import java.util.Scanner;

public class Main {
    static int shippingCost(int total, String country, boolean isExpress) {
        int cost;
        if (total > 5000) {
            cost = 0;
        } else if (country.equals("US")) {
            cost = 499;
        } else if (country.equals("CA")) {
            cost = 899;
        } else {
            cost = 1299;
        }
        return isExpress ? cost + 1000 : cost;
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
