<?php

namespace App\Graphql;

use RuntimeException;

/** A query that cannot be answered; its message is for the one who asks. */
class Wrong extends RuntimeException
{
}
