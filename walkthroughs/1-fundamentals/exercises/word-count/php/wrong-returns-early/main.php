<?php

function countOf(array $words, string $wanted): int
{
    $count = 0;
    foreach ($words as $word) {
        if (strtolower($word) === strtolower($wanted)) {
            $count += 1;
        }
        return $count;
    }
    return 0;
}

function longestWord(array $words): string
{
    $longest = '';
    foreach ($words as $word) {
        if (strlen($word) > strlen($longest)) {
            $longest = $word;
        }
    }
    return $longest;
}

[$wanted, $text] = file('php://stdin', FILE_IGNORE_NEW_LINES);
$words = array_filter(explode(' ', $text), fn ($word) => $word !== '');
echo 'Count: ' . countOf($words, $wanted) . "\n";
echo 'Longest: ' . longestWord($words) . "\n";
