<?php

function capitalized(string $word): string
{
    return ucfirst(trim($word));
}

function initials(string $first, string $last): string
{
    return capitalized($first)[0] . '.' . capitalized($last)[0] . '.';
}

foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $line) {
    [$first, $last] = explode(',', $line);
    echo initials($first, $last) . ' (' . capitalized($first) . ' ' . capitalized($last) . ")\n";
}
