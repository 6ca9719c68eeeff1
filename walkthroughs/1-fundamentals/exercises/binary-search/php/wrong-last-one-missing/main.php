<?php

/** Returns [position, steps]; the position is -1 when the number is not there. */
function search(array $numbers, int $wanted): array
{
    $low = 0;
    $high = count($numbers) - 1;
    $steps = 0;
    while ($low < $high) {
        $middle = intdiv($low + $high, 2);
        $steps += 1;
        if ($numbers[$middle] === $wanted) {
            return [$middle, $steps];
        }
        if ($numbers[$middle] < $wanted) {
            $low = $middle + 1;
        } else {
            $high = $middle - 1;
        }
    }
    return [-1, $steps];
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
