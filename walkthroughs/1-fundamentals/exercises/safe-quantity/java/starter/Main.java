import java.util.Scanner;

public class Main {
    static int parseQuantity(String text) {
        // TODO: throw an IllegalArgumentException unless the text is a whole number from 1 to 99;
        // return the number.
        return 0;
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int total = 0;
        while (input.hasNextLine()) {
            String text = input.nextLine();
            // TODO: catch the error, and print that the text is refused, and why.
            total += parseQuantity(text);
            System.out.println("[" + text + "] accepted");
        }
        System.out.println("Total: " + total);
    }
}
