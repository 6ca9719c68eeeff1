<?php

const PRICES = ['pen' => 120, 'notebook' => 450, 'ruler' => 190, 'stapler' => 1250];

/** What one piece costs, in cents. */
function unitPrice(string $product): int
{
    return PRICES[$product];
}

function linePrice(string $product, int $quantity): int
{
    return unitPrice($product) * $quantity;
}
