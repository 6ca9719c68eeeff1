<?php

require_once __DIR__ . '/supplier.php';

function askAll(array $products): array
{
    $questions = array_map(fn ($product) => startAsking($product), $products);
    return array_map(fn ($question) => waitForPrice($question), $questions);
}

$products = preg_split('/\s+/', stream_get_contents(STDIN), -1, PREG_SPLIT_NO_EMPTY);
$prices = askAll($products);
$total = 0;
foreach ($products as $index => $product) {
    echo "$product: {$prices[$index]}\n";
    $total += $prices[$index];
}
echo "Total: $total\n";
