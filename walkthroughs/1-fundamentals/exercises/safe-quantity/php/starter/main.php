<?php

function parseQuantity(string $text): int
{
    // TODO: throw an InvalidArgumentException unless the text is a whole number from 1 to 99;
    // return the number.
    return 0;
}

$total = 0;
foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $text) {
    // TODO: catch the error, and print that the text is refused, and why.
    $total += parseQuantity($text);
    echo "[$text] accepted\n";
}
echo "Total: $total\n";
