import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;

public class Main {
    record Expense(String category, int cents) {}

    record Report(int count, int cents, Map<String, Integer> categories) {
        /** The report in the shape that its JSON has. */
        Map<String, Object> fields() {
            List<Map<String, Object>> items = new ArrayList<>();
            categories.forEach((name, sum) -> items.add(Map.of("name", name, "cents", sum)));
            return Map.of("count", count, "cents", cents, "categories", items);
        }
    }

    static List<Expense> readExpenses() throws IOException {
        // TODO: return the list that expenses.json holds. Json.java shows how to read it.
        return new ArrayList<>();
    }

    static void writeReport(Report report) throws IOException {
        // TODO: write report.fields() as JSON to report.json.
    }

    static Report summarize(List<Expense> expenses, int minimum) {
        Map<String, Integer> categories = new TreeMap<>();
        int count = 0;
        int cents = 0;
        for (Expense expense : expenses) {
            if (expense.cents() >= minimum) {
                count += 1;
                cents += expense.cents();
                categories.merge(expense.category(), expense.cents(), Integer::sum);
            }
        }
        return new Report(count, cents, categories);
    }

    static void stop(String message) {
        System.err.println(message);
        System.exit(2);
    }

    static String money(int cents) {
        return String.format(Locale.ROOT, "%.2f", cents / 100.0);
    }

    public static void main(String[] args) throws IOException {
        int minimum = new Scanner(System.in).nextInt();
        // TODO: call stop("expenses.json is not valid JSON.") when reading fails.
        List<Expense> expenses = readExpenses();
        Report report = summarize(expenses, minimum);
        writeReport(report);
        report.categories().forEach((name, sum) -> System.out.println(name + ": " + money(sum)));
        System.out.println("Total of " + report.count() + ": " + money(report.cents()));
    }
}
