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
        // TODO: put the job into its slot, or refuse it.
        return false;
    }

    public function next(): ?string
    {
        // TODO: take out the job that has waited longest, or return null.
        return null;
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
