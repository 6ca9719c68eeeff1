<?php

namespace App\Http\Middleware;

use Closure;
use Illuminate\Http\Request;
use Symfony\Component\HttpFoundation\Response;

/** Guards the paths below /admin. */
class Key
{
    public function handle(Request $request, Closure $next): Response
    {
        // TODO: below /admin, answer 401 when the header X-Api-Key is not the value of API_KEY.
        return $next($request);
    }
}
