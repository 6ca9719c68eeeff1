<?php

require_once __DIR__ . '/order.php';

$items = [];
foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $line) {
    [$quantity, $product] = explode(' ', $line);
    $items[] = ['product' => $product, 'quantity' => (int) $quantity];
}

foreach (receipt($items) as $line) {
    echo "$line\n";
}
