<?php

/** Returns [lower, higher], or null when there is no pair. */
function findPair(array $prices, int $amount): ?array
{
    // TODO: find the two prices that are the amount together.
    return null;
}

[$first, $second] = file('php://stdin', FILE_IGNORE_NEW_LINES);
$prices = $second === '' ? [] : array_map('intval', explode(' ', $second));
$pair = findPair($prices, (int) $first);
echo ($pair ? implode(' ', $pair) : 'none') . "\n";
