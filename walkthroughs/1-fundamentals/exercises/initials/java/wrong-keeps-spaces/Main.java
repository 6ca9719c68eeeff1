import java.util.Scanner;

public class Main {
    static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase() + word.substring(1).toLowerCase();
    }

    static String initials(String first, String last) {
        return capitalized(first).charAt(0) + "." + capitalized(last).charAt(0) + ".";
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        while (input.hasNextLine()) {
            String[] names = input.nextLine().split(",");
            String full = capitalized(names[0]) + " " + capitalized(names[1]);
            System.out.println(initials(names[0], names[1]) + " (" + full + ")");
        }
    }
}
