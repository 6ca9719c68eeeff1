<?php

namespace App\Http\Middleware;

use Closure;
use Illuminate\Http\Request;
use Symfony\Component\HttpFoundation\Response;

/** Gives every request an id. */
class RequestId
{
    public function handle(Request $request, Closure $next): Response
    {
        // TODO: set the header X-Request-Id of the answer.
        return $next($request);
    }
}
