<?php

class HashMap
{
    private array $buckets = [[], [], [], []];

    public function bucketOf(string $key): int
    {
        // TODO: compute the number of the bucket from the characters of the key.
        return 0;
    }

    public function set(string $key, string $value): void
    {
        // TODO: change the entry of this key, or add one: [$key, $value].
    }

    public function get(string $key): ?string
    {
        // TODO: return the value of this key, or null.
        return null;
    }

    public function remove(string $key): bool
    {
        // TODO: take the entry out, and return whether there was one.
        return false;
    }

    public function show(): void
    {
        foreach ($this->buckets as $number => $bucket) {
            $entries = array_map(fn ($entry) => "$entry[0]=$entry[1]", $bucket);
            echo "$number: " . implode(' ', $entries) . "\n";
        }
    }
}

$map = new HashMap();
foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $line) {
    [$command, $key, $value] = array_pad(explode(' ', $line), 3, '');
    if ($command === 'set') {
        $map->set($key, $value);
    } elseif ($command === 'get') {
        echo ($map->get($key) ?? '-') . "\n";
    } elseif ($command === 'remove') {
        echo ($map->remove($key) ? 'removed' : '-') . "\n";
    } elseif ($command === 'show') {
        $map->show();
    }
}
