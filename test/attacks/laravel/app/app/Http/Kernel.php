<?php

namespace App\Http;

use App\Http\Middleware\Cors;
use Illuminate\Foundation\Http\Kernel as HttpKernel;

class Kernel extends HttpKernel
{
    protected $middleware = [Cors::class];
}
