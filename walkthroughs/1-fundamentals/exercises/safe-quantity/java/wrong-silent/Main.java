import java.util.Scanner;

public class Main {
    static int parseQuantity(String text) {
        if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) == 0) {
            throw new IllegalArgumentException("write a whole number from 1 to 99");
        }
        return Integer.parseInt(text);
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
                // Nothing to do.
            }
        }
        System.out.println("Total: " + total);
    }
}
