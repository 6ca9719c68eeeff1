import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Main {
    static List<Integer> askAll(List<String> products) throws Exception {
        ExecutorService pool = Executors.newCachedThreadPool();
        CompletionService<Integer> answers = new ExecutorCompletionService<>(pool);
        for (String product : products) {
            answers.submit(() -> Supplier.askPrice(product));
        }
        pool.shutdown();

        List<Integer> prices = new ArrayList<>();
        for (int i = 0; i < products.size(); i++) {
            prices.add(answers.take().get());
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
