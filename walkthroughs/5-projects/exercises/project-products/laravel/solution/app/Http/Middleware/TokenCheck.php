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
        $token = (string) getenv('API_TOKEN');
        // A server without a token lets nobody in. hash_equals takes as long for every wrong token.
        return $token !== '' && hash_equals("Bearer $token", (string) $request->header('Authorization'));
    }
}
