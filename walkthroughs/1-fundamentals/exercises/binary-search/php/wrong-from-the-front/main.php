<?php

/** Returns [position, steps]; the position is -1 when the number is not there. */
function search(array $numbers, int $wanted): array
{
    foreach ($numbers as $position => $number) {
        if ($number === $wanted) {
            return [$position, $position + 1];
        }
    }
    return [-1, count($numbers)];
}

[$first, $second] = file('php://stdin', FILE_IGNORE_NEW_LINES);
[$start, $gap, $count] = array_map('intval', explode(' ', $first));
$numbers = [];
for ($i = 0; $i < $count; $i++) {
    $numbers[] = $start + $i * $gap;
}
foreach (array_map('intval', explode(' ', $second)) as $wanted) {
    [$position, $steps] = search($numbers, $wanted);
    $found = $position < 0 ? 'missing' : "at $position";
    echo "$wanted $found, steps: $steps\n";
}
