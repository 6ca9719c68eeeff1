<?php

function rotate(array $names, int $weeks): array
{
    // TODO: return a new list in which the first names have moved to the end.
    return $names;
}

[$first, $second] = file('php://stdin', FILE_IGNORE_NEW_LINES);
$weeks = (int) $first;
$names = $second === '' ? [] : explode(' ', $second);
$rotated = rotate($names, $weeks);
echo "Week $weeks: " . implode(' ', $rotated) . "\n";
echo 'Names: ' . implode(' ', $names) . "\n";
