import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

public class Main {
    static List<String> rotate(List<String> names, int weeks) {
        // TODO: return a new list in which the first names have moved to the end.
        return new ArrayList<>(names);
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int weeks = input.nextInt();
        List<String> names = new ArrayList<>();
        while (input.hasNext()) {
            names.add(input.next());
        }
        List<String> rotated = rotate(names, weeks);
        System.out.println("Week " + weeks + ": " + String.join(" ", rotated));
        System.out.println("Names: " + String.join(" ", names));
    }
}
