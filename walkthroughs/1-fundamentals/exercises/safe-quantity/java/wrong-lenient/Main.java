import java.util.Scanner;

public class Main {
    static int parseQuantity(String text) {
        int quantity;
        try {
            quantity = Integer.parseInt(text);
        } catch (NumberFormatException error) {
            throw new IllegalArgumentException("write a whole number from 1 to 99");
        }
        if (quantity < 1 || quantity > 99) {
            throw new IllegalArgumentException("write a whole number from 1 to 99");
        }
        return quantity;
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int total = 0;
        while (input.hasNextLine()) {
            String text = input.nextLine();
            try {
                total += parseQuantity(text);
                System.out.println("[" + text + "] accepted");
            } catch (IllegalArgumentException error) {
                System.out.println("[" + text + "] refused: " + error.getMessage());
            }
        }
        System.out.println("Total: " + total);
    }
}
