import java.util.Scanner;

public class Main {
    static String capitalized(String word) {
        // TODO: remove spaces at the ends, make the first letter a capital and the rest small.
        return word;
    }

    static String initials(String first, String last) {
        // TODO: return the two first letters as capitals, a dot after each: A.L.
        return "";
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
