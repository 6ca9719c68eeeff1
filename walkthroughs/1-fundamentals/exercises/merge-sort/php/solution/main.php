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
    $merged = [];
    $i = 0;
    $j = 0;
    while ($i < count($left) && $j < count($right)) {
        $merged[] = comesFirst($left[$i], $right[$j]) ? $left[$i++] : $right[$j++];
    }
    return array_merge($merged, array_slice($left, $i), array_slice($right, $j));
}

function mergeSort(array $runners): array
{
    if (count($runners) <= 1) {
        return $runners;
    }
    $middle = intdiv(count($runners), 2);
    $left = mergeSort(array_slice($runners, 0, $middle));
    $right = mergeSort(array_slice($runners, $middle));
    return merge($left, $right);
}

$runners = [];
foreach (preg_split('/\s+/', fgets(STDIN), -1, PREG_SPLIT_NO_EMPTY) as $word) {
    [$name, $time] = explode(':', $word);
    $runners[] = ['name' => $name, 'time' => (int) $time];
}
echo implode(' ', array_map(fn ($each) => "$each[name]:$each[time]", mergeSort($runners))) . "\n";
echo "Comparisons: $comparisons\n";
