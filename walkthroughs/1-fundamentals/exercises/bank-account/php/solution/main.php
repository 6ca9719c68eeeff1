<?php

class Account
{
    private int $balance = 0;

    public function deposit(int $amount): bool
    {
        if ($amount <= 0) {
            return false;
        }
        $this->balance += $amount;
        return true;
    }

    public function withdraw(int $amount): bool
    {
        if ($amount <= 0 || $amount > $this->balance) {
            return false;
        }
        $this->balance -= $amount;
        return true;
    }

    public function balance(): int
    {
        return $this->balance;
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
