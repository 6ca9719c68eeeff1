import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Scanner;

public class Main {
    static final Map<Character, Character> PARTNERS = Map.of(')', '(', ']', '[', '}', '{');

    static String check(String text) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if ("([{".indexOf(character) >= 0) {
                open.push(i);
            } else if (PARTNERS.containsKey(character)) {
                if (open.isEmpty() || text.charAt(open.pop()) != PARTNERS.get(character)) {
                    return "unexpected " + character + " at " + (i + 1);
                }
            }
        }
        if (!open.isEmpty()) {
            return "unclosed " + text.charAt(open.peek()) + " at " + (open.peek() + 1);
        }
        return "ok";
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        while (input.hasNextLine()) {
            System.out.println(check(input.nextLine()));
        }
    }
}
