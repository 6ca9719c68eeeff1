<?php

namespace App\Http\Middleware;

use Closure;
use Illuminate\Http\Request;
use Symfony\Component\HttpFoundation\Response;

/** Stands in front of the routes that change products. */
class TokenCheck
{
    public function handle(Request $request, Closure $next): Response
    {
        // TODO: answer 401 when the header is not "Bearer " and the token of API_TOKEN.
        return $next($request);
    }
}
