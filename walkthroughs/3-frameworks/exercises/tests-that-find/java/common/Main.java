import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        while (input.hasNext()) {
            String name = input.next();
            boolean passes = Cases.CASES.stream()
                    .allMatch(each -> Programs.price(name, each.grams(), each.cents()) == each.price());
            System.out.println(name + ": " + (passes ? "passes" : "caught"));
        }
    }
}
