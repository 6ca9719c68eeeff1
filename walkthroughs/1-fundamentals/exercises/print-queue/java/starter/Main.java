import java.util.Scanner;

class PrintQueue {
    private final String[] slots;
    private int first = 0;
    private int count = 0;

    PrintQueue(int size) {
        slots = new String[size];
    }

    boolean add(String job) {
        // TODO: put the job into its slot, or refuse it.
        return false;
    }

    String next() {
        // TODO: take out the job that has waited longest, or return null.
        return null;
    }

    @Override
    public String toString() {
        String[] texts = new String[slots.length];
        for (int i = 0; i < slots.length; i++) {
            texts[i] = slots[i] == null ? "-" : slots[i];
        }
        return String.join(" ", texts);
    }
}

public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        PrintQueue queue = new PrintQueue(input.nextInt());
        while (input.hasNext()) {
            switch (input.next()) {
                case "add" -> System.out.println(queue.add(input.next()) ? "queued" : "full");
                case "next" -> {
                    String job = queue.next();
                    System.out.println(job == null ? "nothing" : job);
                }
                default -> System.out.println(queue);
            }
        }
    }
}
