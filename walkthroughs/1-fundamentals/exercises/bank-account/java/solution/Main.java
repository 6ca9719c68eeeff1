import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;

class Account {
    private int balance = 0;

    boolean deposit(int amount) {
        if (amount <= 0) {
            return false;
        }
        balance += amount;
        return true;
    }

    boolean withdraw(int amount) {
        if (amount <= 0 || amount > balance) {
            return false;
        }
        balance -= amount;
        return true;
    }

    int balance() {
        return balance;
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
