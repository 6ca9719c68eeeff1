import java.util.Scanner;

class PrintQueue {
    private final String[] slots;
    private int first = 0;
    private int count = 0;

    PrintQueue(int size) {
        slots = new String[size];
    }

    boolean add(String job) {
        if (first + count == slots.length) {
            return false;
        }
        slots[first + count] = job;
        count += 1;
        return true;
    }

    String next() {
        if (count == 0) {
            return null;
        }
        String job = slots[first];
        slots[first] = null;
        first += 1;
        count -= 1;
        return job;
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
