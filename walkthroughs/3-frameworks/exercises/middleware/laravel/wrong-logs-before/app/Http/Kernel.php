<?php

namespace App\Http;

use Illuminate\Foundation\Http\Kernel as HttpKernel;

/** Which middleware runs: for every request, for pages (web) and for JSON (api). */
class Kernel extends HttpKernel
{
    protected $middleware = [
        Middleware\RequestId::class,
        Middleware\Log::class,
        Middleware\Key::class,
    ];

    protected $middlewareGroups = [
        'web' => [],
        'api' => [],
    ];
}
