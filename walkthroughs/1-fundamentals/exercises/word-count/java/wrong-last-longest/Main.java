import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

public class Main {
    static int countOf(List<String> words, String wanted) {
        int count = 0;
        for (String word : words) {
            if (word.equalsIgnoreCase(wanted)) {
                count += 1;
            }
        }
        return count;
    }

    static String longestWord(List<String> words) {
        String longest = "";
        for (String word : words) {
            if (word.length() >= longest.length()) {
                longest = word;
            }
        }
        return longest;
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
