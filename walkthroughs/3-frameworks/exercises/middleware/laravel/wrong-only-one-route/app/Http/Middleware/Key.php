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
        $key = (string) getenv('API_KEY');
        // hash_equals takes as long for every wrong key, so that nobody can guess it letter by letter.
        $hasKey = $key !== '' && hash_equals($key, (string) $request->header('X-Api-Key'));
        if ($request->is('admin', 'admin/*') && !$hasKey) {
            return response()->json(['error' => 'The key is missing or wrong.'], 401);
        }
        return $next($request);
    }
}
