<?php

function shippingCost(int $total, string $country, bool $isExpress): int
{
    // TODO: decide what it costs, by the rules of the task.
    return 1299;
}

foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $line) {
    [$total, $country, $speed] = explode(' ', $line);
    $cost = shippingCost((int) $total, $country, $speed === 'express');
    echo "$country $total $speed: $cost\n";
}
