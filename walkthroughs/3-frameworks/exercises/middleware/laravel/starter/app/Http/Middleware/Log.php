<?php

namespace App\Http\Middleware;

use Closure;
use Illuminate\Http\Request;
use Symfony\Component\HttpFoundation\Response;

/** Writes one line for every request. */
class Log
{
    public function handle(Request $request, Closure $next): Response
    {
        // TODO: write method, path, status and request id to php://stdout.
        return $next($request);
    }
}
