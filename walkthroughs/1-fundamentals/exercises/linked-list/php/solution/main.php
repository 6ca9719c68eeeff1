<?php

class Node
{
    public ?Node $next = null;

    public function __construct(public string $value)
    {
    }
}

class LinkedList
{
    private ?Node $head = null;

    public function append(string $value): void
    {
        $added = new Node($value);
        if ($this->head === null) {
            $this->head = $added;
            return;
        }
        $last = $this->head;
        while ($last->next !== null) {
            $last = $last->next;
        }
        $last->next = $added;
    }

    public function remove(string $value): void
    {
        if ($this->head === null) {
            return;
        }
        if ($this->head->value === $value) {
            $this->head = $this->head->next;
            return;
        }
        $node = $this->head;
        while ($node->next !== null && $node->next->value !== $value) {
            $node = $node->next;
        }
        if ($node->next !== null) {
            $node->next = $node->next->next;
        }
    }

    public function reverse(): void
    {
        $before = null;
        $node = $this->head;
        while ($node !== null) {
            $after = $node->next;
            $node->next = $before;
            $before = $node;
            $node = $after;
        }
        $this->head = $before;
    }

    public function __toString(): string
    {
        $values = [];
        for ($node = $this->head; $node !== null; $node = $node->next) {
            $values[] = $node->value;
            if (count($values) > 100) {
                return 'The nodes run in a circle.';
            }
        }
        return implode(' -> ', $values) ?: 'empty';
    }
}

$list = new LinkedList();
foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $line) {
    [$command, $value] = array_pad(explode(' ', $line), 2, '');
    match ($command) {
        'append' => $list->append($value),
        'remove' => $list->remove($value),
        'reverse' => $list->reverse(),
    };
    echo "$list\n";
}
