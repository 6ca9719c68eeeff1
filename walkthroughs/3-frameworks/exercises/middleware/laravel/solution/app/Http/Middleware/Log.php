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
        $response = $next($request);
        // The path is as it was sent: a line end in it is still written as %0A.
        $line = sprintf(
            '%s %s %d %s',
            $request->method(),
            $request->getPathInfo(),
            $response->getStatusCode(),
            $request->attributes->get('id'),
        );
        file_put_contents('php://stdout', $line . PHP_EOL);
        return $response;
    }
}
