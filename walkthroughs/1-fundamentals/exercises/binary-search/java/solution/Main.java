import java.util.Scanner;

/** The position is -1 when the number is not there. */
record Result(int position, int steps) {}

public class Main {
    static Result search(int[] numbers, int wanted) {
        int low = 0;
        int high = numbers.length - 1;
        int steps = 0;
        while (low <= high) {
            int middle = (low + high) / 2;
            steps += 1;
            if (numbers[middle] == wanted) {
                return new Result(middle, steps);
            }
            if (numbers[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return new Result(-1, steps);
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int start = input.nextInt();
        int gap = input.nextInt();
        int[] numbers = new int[input.nextInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = start + i * gap;
        }
        while (input.hasNextInt()) {
            int wanted = input.nextInt();
            Result result = search(numbers, wanted);
            String found = result.position() < 0 ? "missing" : "at " + result.position();
            System.out.println(wanted + " " + found + ", steps: " + result.steps());
        }
    }
}
