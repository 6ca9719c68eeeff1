<?php

function rotate(array $names, int $weeks): array
{
    return array_merge(array_slice($names, $weeks), array_slice($names, 0, $weeks));
}

[$first, $second] = file('php://stdin', FILE_IGNORE_NEW_LINES);
$weeks = (int) $first;
$names = $second === '' ? [] : explode(' ', $second);
$rotated = rotate($names, $weeks);
echo "Week $weeks: " . implode(' ', $rotated) . "\n";
echo 'Names: ' . implode(' ', $names) . "\n";
