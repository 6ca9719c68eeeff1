import java.util.Scanner;

/** The position is -1 when the number is not there. */
record Result(int position, int steps) {}

public class Main {
    static Result search(int[] numbers, int wanted) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == wanted) {
                return new Result(i, i + 1);
            }
        }
        return new Result(-1, numbers.length);
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
