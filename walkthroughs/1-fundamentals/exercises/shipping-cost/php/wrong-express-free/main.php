<?php

function shippingCost(int $total, string $country, bool $isExpress): int
{
    if ($total >= 5000) {
        return 0;
    }
    $cost = 1299;
    if ($country === 'US') {
        $cost = 499;
    } elseif ($country === 'CA') {
        $cost = 899;
    }
    return $isExpress ? $cost + 1000 : $cost;
}

foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $line) {
    [$total, $country, $speed] = explode(' ', $line);
    $cost = shippingCost((int) $total, $country, $speed === 'express');
    echo "$country $total $speed: $cost\n";
}
