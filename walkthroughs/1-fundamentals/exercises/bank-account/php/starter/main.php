<?php

class Account
{
    // TODO: give each account a private balance, and write the three methods.

    public function deposit(int $amount): bool
    {
        return false;
    }

    public function withdraw(int $amount): bool
    {
        return false;
    }

    public function balance(): int
    {
        return 0;
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
