<?php

function parseQuantity(string $text): int
{
    if (!preg_match('/\A[0-9]{1,2}\z/', $text) || (int) $text === 0) {
        throw new InvalidArgumentException('write a whole number from 1 to 99');
    }
    return (int) $text;
}

$total = 0;
foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $text) {
    try {
        $total += parseQuantity($text);
        echo "[$text] accepted\n";
    } catch (InvalidArgumentException $error) {
        // Nothing to do.
    }
}
echo "Total: $total\n";
