<?php

function linePrice(int $price, int $quantity): int
{
    return $price * $quantity;
}

function withDiscount(int $total, int $percent): int
{
    return (int) round($total * (100 - $percent) / 100);
}

function formatCents(int $cents): string
{
    return number_format($cents / 100, 2, '.', '');
}

$lines = file('php://stdin', FILE_IGNORE_NEW_LINES);
$discount = (int) array_shift($lines);
$sum = 0;
foreach ($lines as $line) {
    [$quantity, $price] = array_map('intval', explode(' ', $line));
    $cost = linePrice($price, $quantity);
    $sum += $cost;
    echo "$quantity x " . formatCents($price) . ' = ' . formatCents($cost) . "\n";
}
echo 'Sum: ' . formatCents($sum) . "\n";
echo 'You pay: ' . formatCents(withDiscount($sum, $discount)) . "\n";
