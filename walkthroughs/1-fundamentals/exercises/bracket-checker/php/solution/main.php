<?php

const PARTNERS = [')' => '(', ']' => '[', '}' => '{'];

function check(string $text): string
{
    $open = [];
    foreach (str_split($text) as $index => $character) {
        $position = $index + 1;
        if (str_contains('([{', $character)) {
            $open[] = [$character, $position];
        } elseif (isset(PARTNERS[$character])) {
            $last = array_pop($open);
            if ($last === null || $last[0] !== PARTNERS[$character]) {
                return "unexpected $character at $position";
            }
        }
    }
    if ($open !== []) {
        [$character, $position] = array_pop($open);
        return "unclosed $character at $position";
    }
    return 'ok';
}

foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $line) {
    echo check($line) . "\n";
}
