<?php

class Person
{
    public array $children = [];

    public function __construct(public string $name)
    {
    }
}

function descendants(Person $person): int
{
    return count($person->children);
}

function generations(Person $person): int
{
    $deepest = 0;
    foreach ($person->children as $child) {
        $deepest = max($deepest, generations($child));
    }
    return 1 + $deepest;
}

function show(Person $person, int $depth): void
{
    echo str_repeat('  ', $depth) . $person->name . "\n";
    foreach ($person->children as $child) {
        show($child, $depth + 1);
    }
}

$lines = file('php://stdin', FILE_IGNORE_NEW_LINES);
$wanted = array_shift($lines);
$people = [$wanted => new Person($wanted)];
foreach ($lines as $line) {
    [$parent, $child] = explode(' ', $line);
    $people[$parent] ??= new Person($parent);
    $people[$child] ??= new Person($child);
    $people[$parent]->children[] = $people[$child];
}
show($people[$wanted], 0);
echo 'Descendants: ' . descendants($people[$wanted]) . "\n";
echo 'Generations: ' . generations($people[$wanted]) . "\n";
