<?php

/** Returns [lower, higher], or null when there is no pair. */
function findPair(array $prices, int $amount): ?array
{
    $passed = [];
    foreach ($prices as $price) {
        $other = $amount - $price;
        if (isset($passed[$other])) {
            return [min($price, $other), max($price, $other)];
        }
        $passed[$price] = true;
    }
    return null;
}

[$first, $second] = file('php://stdin', FILE_IGNORE_NEW_LINES);
$prices = $second === '' ? [] : array_map('intval', explode(' ', $second));
$pair = findPair($prices, (int) $first);
echo ($pair ? implode(' ', $pair) : 'none') . "\n";
