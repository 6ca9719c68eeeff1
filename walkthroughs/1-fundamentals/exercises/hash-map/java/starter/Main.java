import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

class Entry {
    String key;
    String value;

    Entry(String key, String value) {
        this.key = key;
        this.value = value;
    }
}

class HashMap {
    private final List<List<Entry>> buckets = new ArrayList<>();

    HashMap() {
        for (int i = 0; i < 4; i++) {
            buckets.add(new ArrayList<>());
        }
    }

    int bucketOf(String key) {
        // TODO: compute the number of the bucket from the characters of the key.
        return 0;
    }

    void set(String key, String value) {
        // TODO: change the entry of this key, or add a new Entry.
    }

    String get(String key) {
        // TODO: return the value of this key, or null.
        return null;
    }

    boolean remove(String key) {
        // TODO: take the entry out, and return whether there was one.
        return false;
    }

    void show() {
        for (int number = 0; number < buckets.size(); number++) {
            StringBuilder line = new StringBuilder(number + ":");
            for (Entry entry : buckets.get(number)) {
                line.append(' ').append(entry.key).append('=').append(entry.value);
            }
            System.out.println(line);
        }
    }
}

public class Main {
    public static void main(String[] args) {
        HashMap map = new HashMap();
        Scanner input = new Scanner(System.in);
        while (input.hasNext()) {
            switch (input.next()) {
                case "set" -> map.set(input.next(), input.next());
                case "get" -> {
                    String value = map.get(input.next());
                    System.out.println(value == null ? "-" : value);
                }
                case "remove" -> System.out.println(map.remove(input.next()) ? "removed" : "-");
                default -> map.show();
            }
        }
    }
}
