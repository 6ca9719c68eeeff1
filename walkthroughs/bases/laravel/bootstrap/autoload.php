<?php

// Finds Laravel: as Composer installed it in this folder or one above, or as a package of the system.
// The classes of the project are in app/.

$root = dirname(__DIR__);

for ($folder = $root; !is_file("$folder/vendor/autoload.php"); $folder = dirname($folder)) {
    if ($folder === dirname($folder)) {
        $folder = null;
        break;
    }
}
require_once $folder === null ? 'Illuminate/autoload.php' : "$folder/vendor/autoload.php";

spl_autoload_register(function (string $class) use ($root): void {
    $file = $root . '/app/' . str_replace('\\', '/', substr($class, strlen('App\\'))) . '.php';
    if (str_starts_with($class, 'App\\') && is_file($file)) {
        require $file;
    }
});

// Folders that Laravel writes to.
is_dir(__DIR__ . '/cache') || mkdir(__DIR__ . '/cache', 0o700, true);
is_dir(__DIR__ . '/../storage/framework/cache') || mkdir(__DIR__ . '/../storage/framework/cache', 0o700, true);
is_dir(__DIR__ . '/../storage/framework/sessions') || mkdir(__DIR__ . '/../storage/framework/sessions', 0o700, true);
is_dir(__DIR__ . '/../storage/framework/views') || mkdir(__DIR__ . '/../storage/framework/views', 0o700, true);
