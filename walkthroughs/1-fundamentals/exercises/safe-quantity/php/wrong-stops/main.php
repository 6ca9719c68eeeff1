<?php

function parseQuantity(string $text): int
{
    if (!preg_match('/\A[0-9]{1,2}\z/', $text) || (int) $text === 0) {
        throw new InvalidArgumentException('write a whole number from 1 to 99');
    }
    return (int) $text;
}

$total = 0;
try {
    foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $text) {
        $total += parseQuantity($text);
        echo "[$text] accepted\n";
    }
} catch (InvalidArgumentException $error) {
    echo "refused: {$error->getMessage()}\n";
}
echo "Total: $total\n";
