<?php

require __DIR__ . '/cases.php';
require __DIR__ . '/programs.php';

foreach (explode(' ', trim(fgets(STDIN))) as $name) {
    $passes = true;
    foreach ($cases as [$grams, $cents, $price]) {
        $passes = $passes && $programs[$name]($grams, $cents) === $price;
    }
    echo "$name: " . ($passes ? 'passes' : 'caught') . "\n";
}
