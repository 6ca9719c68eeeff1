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
        if ($this->hasToken($request)) {
            return $next($request);
        }
        $headers = ['WWW-Authenticate' => 'Bearer'];
        return response()->json(['error' => 'The token is missing or wrong.'], 401, $headers);
    }

    private function hasToken(Request $request): bool
    {
        return str_starts_with((string) $request->header('Authorization'), 'Bearer ');
    }
}
