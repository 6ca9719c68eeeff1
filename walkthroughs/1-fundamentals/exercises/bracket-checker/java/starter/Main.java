import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Scanner;

public class Main {
    static final Map<Character, Character> PARTNERS = Map.of(')', '(', ']', '[', '}', '{');

    static String check(String text) {
        // TODO: keep the open brackets in a Deque, used as a stack. PARTNERS.get(')') is '('.
        return "ok";
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        while (input.hasNextLine()) {
            System.out.println(check(input.nextLine()));
        }
    }
}
