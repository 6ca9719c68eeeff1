import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

public class Main {
    static List<String> rotate(List<String> names, int weeks) {
        if (names.isEmpty()) {
            return names;
        }
        for (int week = 0; week < weeks % names.size(); week++) {
            names.add(names.remove(0));
        }
        return names;
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
