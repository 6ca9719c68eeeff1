import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Collectors;

record Runner(String name, int time) {}

public class Main {
    static int comparisons = 0;

    /** Whether runner a may stand before runner b. */
    static boolean comesFirst(Runner a, Runner b) {
        comparisons += 1;
        return a.time() <= b.time();
    }

    static List<Runner> merge(List<Runner> left, List<Runner> right) {
        // TODO: take the runner that comes first from either list, until both are used up.
        List<Runner> merged = new ArrayList<>(left);
        merged.addAll(right);
        return merged;
    }

    static List<Runner> mergeSort(List<Runner> runners) {
        // TODO: sort both halves, and merge them.
        return runners;
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        List<Runner> runners = new ArrayList<>();
        while (input.hasNext()) {
            String[] parts = input.next().split(":");
            runners.add(new Runner(parts[0], Integer.parseInt(parts[1])));
        }
        System.out.println(mergeSort(runners).stream()
            .map(runner -> runner.name() + ":" + runner.time())
            .collect(Collectors.joining(" ")));
        System.out.println("Comparisons: " + comparisons);
    }
}
