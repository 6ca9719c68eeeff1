import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;

record Person(String name, List<Person> children) {}

public class Main {
    static final Map<String, Person> people = new HashMap<>();

    static int descendants(Person person) {
        // TODO: count the children, and the descendants of each child.
        return 0;
    }

    static int generations(Person person) {
        // TODO: one generation, and those of the deepest child.
        return 0;
    }

    static void show(Person person, int depth) {
        System.out.println("  ".repeat(depth) + person.name());
        for (Person child : person.children()) {
            show(child, depth + 1);
        }
    }

    static Person personNamed(String name) {
        return people.computeIfAbsent(name, key -> new Person(key, new ArrayList<>()));
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        Person person = personNamed(input.next());
        while (input.hasNext()) {
            Person parent = personNamed(input.next());
            parent.children().add(personNamed(input.next()));
        }
        show(person, 0);
        System.out.println("Descendants: " + descendants(person));
        System.out.println("Generations: " + generations(person));
    }
}
