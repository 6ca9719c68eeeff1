<?php

function rotate(array $names, int $weeks): array
{
    if ($names === []) {
        return [];
    }
    $cut = $weeks % count($names);
    return array_merge(array_slice($names, $cut), array_slice($names, 0, $cut));
}

[$first, $second] = file('php://stdin', FILE_IGNORE_NEW_LINES);
$weeks = (int) $first;
$names = $second === '' ? [] : explode(' ', $second);
$rotated = rotate($names, $weeks);
echo "Week $weeks: " . implode(' ', $rotated) . "\n";
echo 'Names: ' . implode(' ', $names) . "\n";
