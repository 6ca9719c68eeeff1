<?php

namespace App\Exceptions;

use RuntimeException;

/** A mistake of the one who asks: its message is for people, and can be answered as it is. */
class Mistake extends RuntimeException
{
    public function __construct(public readonly int $status, string $message)
    {
        parent::__construct($message);
    }
}
