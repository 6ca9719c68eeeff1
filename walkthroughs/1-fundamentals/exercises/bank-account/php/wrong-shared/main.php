<?php

class Account
{
    private static int $balance = 0;

    public function deposit(int $amount): bool
    {
        if ($amount <= 0) {
            return false;
        }
        self::$balance += $amount;
        return true;
    }

    public function withdraw(int $amount): bool
    {
        if ($amount <= 0 || $amount > self::$balance) {
            return false;
        }
        self::$balance -= $amount;
        return true;
    }

    public function balance(): int
    {
        return self::$balance;
    }
}

$accounts = [];
foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $line) {
    [$name, $command, $amount] = explode(' ', $line);
    $accounts[$name] ??= new Account();
    $account = $accounts[$name];
    $done = $command === 'deposit'
        ? $account->deposit((int) $amount)
        : $account->withdraw((int) $amount);
    echo "$name: " . ($done ? $account->balance() : 'refused') . "\n";
}
