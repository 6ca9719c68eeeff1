<?php

namespace App\Exceptions;

use Illuminate\Foundation\Exceptions\Handler as ExceptionHandler;

/** Turns errors into answers. Laravel writes those that nobody expected into the log. */
class Handler extends ExceptionHandler
{
    // What is not worth a line in the log.
    protected $dontReport = [Mistake::class];

    // TODO: the method render, for a Mistake, an unknown address and everything else.
}
