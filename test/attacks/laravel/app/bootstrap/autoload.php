<?php

// Laravel as Debian packages it; the application's own classes are below app/.
require_once 'Illuminate/autoload.php';

spl_autoload_register(function (string $class): void {
    $file = dirname(__DIR__) . '/app/' . str_replace('\\', '/', substr($class, strlen('App\\'))) . '.php';
    if (str_starts_with($class, 'App\\') && is_file($file)) {
        require $file;
    }
});
