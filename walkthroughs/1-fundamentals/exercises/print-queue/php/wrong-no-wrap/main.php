<?php

class PrintQueue
{
    public array $slots;
    private int $first = 0;
    private int $count = 0;

    public function __construct(int $size)
    {
        $this->slots = array_fill(0, $size, null);
    }

    public function add(string $job): bool
    {
        if ($this->first + $this->count === count($this->slots)) {
            return false;
        }
        $this->slots[$this->first + $this->count] = $job;
        $this->count += 1;
        return true;
    }

    public function next(): ?string
    {
        if ($this->count === 0) {
            return null;
        }
        $job = $this->slots[$this->first];
        $this->slots[$this->first] = null;
        $this->first += 1;
        $this->count -= 1;
        return $job;
    }
}

$lines = file('php://stdin', FILE_IGNORE_NEW_LINES);
$queue = new PrintQueue((int) array_shift($lines));
foreach ($lines as $line) {
    [$command, $job] = array_pad(explode(' ', $line), 2, '');
    echo match ($command) {
        'add' => $queue->add($job) ? 'queued' : 'full',
        'next' => $queue->next() ?? 'nothing',
        'slots' => implode(' ', array_map(fn ($each) => $each ?? '-', $queue->slots)),
    } . "\n";
}
