<?php

function countOf(array $words, string $wanted): int
{
    // TODO: go through the words and count those that equal $wanted.
    return 0;
}

function longestWord(array $words): string
{
    // TODO: go through the words and keep the longest so far.
    return '';
}

[$wanted, $text] = file('php://stdin', FILE_IGNORE_NEW_LINES);
$words = array_filter(explode(' ', $text), fn ($word) => $word !== '');
echo 'Count: ' . countOf($words, $wanted) . "\n";
echo 'Longest: ' . longestWord($words) . "\n";
