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
        List<Runner> merged = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            if (comesFirst(left.get(i), right.get(j))) {
                merged.add(left.get(i++));
            } else {
                merged.add(right.get(j++));
            }
        }
        return merged;
    }

    static List<Runner> mergeSort(List<Runner> runners) {
        if (runners.size() <= 1) {
            return runners;
        }
        int middle = runners.size() / 2;
        List<Runner> left = mergeSort(runners.subList(0, middle));
        List<Runner> right = mergeSort(runners.subList(middle, runners.size()));
        return merge(left, right);
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
