<?php

require_once __DIR__ . '/money.php';
require_once __DIR__ . '/prices.php';

/** The lines of a receipt, and its total. */
function receipt(array $items): array
{
    $lines = [];
    $total = 0;
    foreach ($items as ['product' => $product, 'quantity' => $quantity]) {
        $cost = linePrice($product, $quantity);
        $total += $cost;
        $lines[] = "$quantity x $product = " . formatCents($cost);
    }
    return [...$lines, 'Total: ' . formatCents($total)];
}
