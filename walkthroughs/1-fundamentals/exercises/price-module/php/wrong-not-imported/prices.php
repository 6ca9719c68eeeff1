<?php

const PRICES = ['pen' => 120, 'notebook' => 450, 'ruler' => 190, 'stapler' => 1250];

/** What one piece costs, in cents. */
function unitPrice(string $product): int
{
    return PRICES[$product];
}

/** What a quantity of a product costs, in cents: 10 percent less from 10 pieces on. */
function linePrice(string $product, int $quantity): int
{
    $price = unitPrice($product) * $quantity;
    return $quantity >= 10 ? $price - intdiv($price, 10) : $price;
}
