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
        int number = 0;
        for (int i = 0; i < key.length(); i++) {
            number = (number * 31 + key.charAt(i)) % buckets.size();
        }
        return number;
    }

    void set(String key, String value) {
        List<Entry> bucket = buckets.get(bucketOf(key));
        for (Entry entry : bucket) {
            if (entry.key.equals(key)) {
                entry.value = value;
                return;
            }
        }
        bucket.add(new Entry(key, value));
    }

    String get(String key) {
        for (Entry entry : buckets.get(bucketOf(key))) {
            if (entry.key.equals(key)) {
                return entry.value;
            }
        }
        return null;
    }

    boolean remove(String key) {
        return buckets.get(bucketOf(key)).removeIf(entry -> entry.key.equals(key));
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
