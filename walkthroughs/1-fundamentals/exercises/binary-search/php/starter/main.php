<?php

/** Returns [position, steps]; the position is -1 when the number is not there. */
function search(array $numbers, int $wanted): array
{
    // TODO: halve the part that is left until the number is found, and count the steps.
    return [-1, 0];
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
