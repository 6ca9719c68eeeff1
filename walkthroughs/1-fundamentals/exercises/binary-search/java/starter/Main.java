import java.util.Scanner;

/** The position is -1 when the number is not there. */
record Result(int position, int steps) {}

public class Main {
    static Result search(int[] numbers, int wanted) {
        // TODO: halve the part that is left until the number is found, and count the steps.
        return new Result(-1, 0);
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
