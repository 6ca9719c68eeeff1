<?php

$comparisons = 0;

/** Whether runner $a, a name and a time, may stand before runner $b. */
function comesFirst(array $a, array $b): bool
{
    global $comparisons;
    $comparisons += 1;
    return $a['time'] <= $b['time'];
}

function merge(array $left, array $right): array
{
    // TODO: take the runner that comes first from either list, until both are used up.
    return array_merge($left, $right);
}

function mergeSort(array $runners): array
{
    // TODO: sort both halves, and merge them.
    return $runners;
}

$runners = [];
foreach (preg_split('/\s+/', fgets(STDIN), -1, PREG_SPLIT_NO_EMPTY) as $word) {
    [$name, $time] = explode(':', $word);
    $runners[] = ['name' => $name, 'time' => (int) $time];
}
echo implode(' ', array_map(fn ($each) => "$each[name]:$each[time]", mergeSort($runners))) . "\n";
echo "Comparisons: $comparisons\n";
