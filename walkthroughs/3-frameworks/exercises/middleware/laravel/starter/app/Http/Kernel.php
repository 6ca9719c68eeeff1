<?php

namespace App\Http;

use Illuminate\Foundation\Http\Kernel as HttpKernel;

/** Which middleware runs: for every request, for pages (web) and for JSON (api). */
class Kernel extends HttpKernel
{
    // TODO: add your middleware, in the order in which it has to run.
    protected $middleware = [];

    protected $middlewareGroups = [
        'web' => [],
        'api' => [],
    ];
}
