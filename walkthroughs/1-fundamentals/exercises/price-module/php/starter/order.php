<?php

require_once __DIR__ . '/money.php';
// TODO: require the file of prices, too.

/** The lines of a receipt, and its total. */
function receipt(array $items): array
{
    $lines = [];
    $total = 0;
    foreach ($items as ['product' => $product, 'quantity' => $quantity]) {
        // TODO: let linePrice say what it costs.
        $cost = 0;
        $total += $cost;
        $lines[] = "$quantity x $product = " . formatCents($cost);
    }
    return [...$lines, 'Total: ' . formatCents($total)];
}
