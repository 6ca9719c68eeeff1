import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

public class Main {
    static int countOf(List<String> words, String wanted) {
        // TODO: go through the words and count those that equal `wanted`.
        return 0;
    }

    static String longestWord(List<String> words) {
        // TODO: go through the words and keep the longest so far.
        return "";
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        String wanted = input.next();
        List<String> words = new ArrayList<>();
        while (input.hasNext()) {
            words.add(input.next());
        }
        System.out.println("Count: " + countOf(words, wanted));
        System.out.println("Longest: " + longestWord(words));
    }
}
