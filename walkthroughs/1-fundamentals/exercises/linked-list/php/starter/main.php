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
        // TODO: hang a new Node behind the last one.
    }

    public function remove(string $value): void
    {
        // TODO: let the node before it point to the node after it.
    }

    public function reverse(): void
    {
        // TODO: let every node point to the one before it.
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
