<?php

namespace App\Exceptions;

use Illuminate\Foundation\Exceptions\Handler as ExceptionHandler;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Exception\NotFoundHttpException;
use Throwable;

/** Turns errors into answers. Laravel writes those that nobody expected into the log. */
class Handler extends ExceptionHandler
{
    // What is not worth a line in the log.
    protected $dontReport = [Mistake::class];

    public function render($request, Throwable $e): Response
    {
        [$status, $message] = match (true) {
            $e instanceof Mistake => [$e->status, $e->getMessage()],
            $e instanceof NotFoundHttpException => [404, 'There is nothing at this address.'],
            default => [500, 'Something went wrong.'],
        };
        return response()->json(['error' => $message], $status);
    }
}
