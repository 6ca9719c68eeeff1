import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

record Pair(int lower, int higher) {}

public class Main {
    /** Returns the pair, or null when there is none. */
    static Pair findPair(List<Integer> prices, int amount) {
        // TODO: find the two prices that are the amount together.
        return null;
    }

    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        int amount = Integer.parseInt(input.readLine());
        List<Integer> prices = new ArrayList<>();
        for (String word : input.readLine().split(" ")) {
            if (!word.isEmpty()) {
                prices.add(Integer.parseInt(word));
            }
        }
        Pair pair = findPair(prices, amount);
        System.out.println(pair == null ? "none" : pair.lower() + " " + pair.higher());
    }
}
