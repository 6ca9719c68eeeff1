<?php

/** Returns [lower, higher], or null when there is no pair. */
function findPair(array $prices, int $amount): ?array
{
    $count = count($prices);
    for ($i = 0; $i < $count; $i++) {
        for ($j = $i + 1; $j < $count; $j++) {
            if ($prices[$i] + $prices[$j] === $amount) {
                return [min($prices[$i], $prices[$j]), max($prices[$i], $prices[$j])];
            }
        }
    }
    return null;
}

[$first, $second] = file('php://stdin', FILE_IGNORE_NEW_LINES);
$prices = $second === '' ? [] : array_map('intval', explode(' ', $second));
$pair = findPair($prices, (int) $first);
echo ($pair ? implode(' ', $pair) : 'none') . "\n";
