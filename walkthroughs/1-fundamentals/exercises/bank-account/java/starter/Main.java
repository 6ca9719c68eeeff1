import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;

class Account {
    // TODO: give each account a private balance, and write the three methods.

    boolean deposit(int amount) {
        return false;
    }

    boolean withdraw(int amount) {
        return false;
    }

    int balance() {
        return 0;
    }
}

public class Main {
    public static void main(String[] args) {
        Map<String, Account> accounts = new HashMap<>();
        Scanner input = new Scanner(System.in);
        while (input.hasNext()) {
            String name = input.next();
            String command = input.next();
            int amount = input.nextInt();
            Account account = accounts.computeIfAbsent(name, key -> new Account());
            boolean done =
                command.equals("deposit") ? account.deposit(amount) : account.withdraw(amount);
            System.out.println(name + ": " + (done ? account.balance() : "refused"));
        }
    }
}
