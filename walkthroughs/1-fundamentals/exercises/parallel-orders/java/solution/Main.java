import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class Main {
    static List<Integer> askAll(List<String> products) throws Exception {
        ExecutorService pool = Executors.newCachedThreadPool();
        List<Future<Integer>> answers = new ArrayList<>();
        for (String product : products) {
            answers.add(pool.submit(() -> Supplier.askPrice(product)));
        }
        pool.shutdown(); // no new work; what was started goes on

        List<Integer> prices = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            prices.add(answer.get());
        }
        return prices;
    }

    public static void main(String[] args) throws Exception {
        List<String> products = new ArrayList<>();
        new Scanner(System.in).tokens().forEach(products::add);
        List<Integer> prices = askAll(products);
        int total = 0;
        for (int i = 0; i < products.size(); i++) {
            System.out.println(products.get(i) + ": " + prices.get(i));
            total += prices.get(i);
        }
        System.out.println("Total: " + total);
    }
}
