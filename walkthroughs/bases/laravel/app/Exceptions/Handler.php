<?php

namespace App\Exceptions;

use Illuminate\Foundation\Exceptions\Handler as ExceptionHandler;

/** Turns errors into answers. Laravel's own way is enough at first. */
class Handler extends ExceptionHandler
{
}
