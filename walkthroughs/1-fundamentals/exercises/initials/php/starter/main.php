<?php

function capitalized(string $word): string
{
    // TODO: remove spaces at the ends, make the first letter a capital and the rest small.
    return $word;
}

function initials(string $first, string $last): string
{
    // TODO: return the two first letters as capitals, a dot after each: A.L.
    return '';
}

foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $line) {
    [$first, $last] = explode(',', $line);
    echo initials($first, $last) . ' (' . capitalized($first) . ' ' . capitalized($last) . ")\n";
}
