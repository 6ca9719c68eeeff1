<?php

class HashMap
{
    private array $buckets = [[], [], [], []];

    public function bucketOf(string $key): int
    {
        $number = 0;
        foreach (str_split($key) as $character) {
            $number = ($number * 31 + ord($character)) % count($this->buckets);
        }
        return $number;
    }

    public function set(string $key, string $value): void
    {
        $bucket = $this->bucketOf($key);
        foreach ($this->buckets[$bucket] as $place => [$known]) {
            if ($known === $key) {
                $this->buckets[$bucket][$place][1] = $value;
                return;
            }
        }
        $this->buckets[$bucket][] = [$key, $value];
    }

    public function get(string $key): ?string
    {
        foreach ($this->buckets[$this->bucketOf($key)] as [$known, $value]) {
            if ($known === $key) {
                return $value;
            }
        }
        return null;
    }

    public function remove(string $key): bool
    {
        $bucket = $this->bucketOf($key);
        foreach ($this->buckets[$bucket] as $place => [$known]) {
            if ($known === $key) {
                array_splice($this->buckets[$bucket], $place, 1);
                return true;
            }
        }
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
