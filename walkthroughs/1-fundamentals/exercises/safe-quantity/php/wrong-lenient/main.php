<?php

function parseQuantity(string $text): int
{
    $quantity = (int) $text;
    if ($quantity < 1 || $quantity > 99) {
        throw new InvalidArgumentException('write a whole number from 1 to 99');
    }
    return $quantity;
}

$total = 0;
foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $text) {
    try {
        $total += parseQuantity($text);
        echo "[$text] accepted\n";
    } catch (InvalidArgumentException $error) {
        echo "[$text] refused: {$error->getMessage()}\n";
    }
}
echo "Total: $total\n";
