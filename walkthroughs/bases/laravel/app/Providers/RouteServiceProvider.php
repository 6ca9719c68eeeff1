<?php

namespace App\Providers;

use Illuminate\Foundation\Support\Providers\RouteServiceProvider as ServiceProvider;
use Illuminate\Support\Facades\Route;

/** Reads the routes: those for JSON from routes/api.php, those for pages from routes/web.php. */
class RouteServiceProvider extends ServiceProvider
{
    public function boot(): void
    {
        $this->routes(function (): void {
            foreach (['api', 'web'] as $group) {
                if (is_file(base_path("routes/$group.php"))) {
                    Route::middleware($group)->group(base_path("routes/$group.php"));
                }
            }
        });
    }
}
