<?php

namespace App\Http\Middleware;

use Closure;
use Illuminate\Http\Request;
use Illuminate\Support\Str;
use Symfony\Component\HttpFoundation\Response;

/** Gives every request an id. */
class RequestId
{
    public function handle(Request $request, Closure $next): Response
    {
        $id = (string) $request->header('X-Request-Id');
        if (preg_match('/^[A-Za-z0-9-]{8,64}$/D', $id) !== 1) {
            $id = (string) Str::uuid();
        }
        $request->attributes->set('id', $id);
        $response = $next($request);
        $response->headers->set('X-Request-Id', $id);
        return $response;
    }
}
