<?php

// Starts PHP's own web server for this project: `php server.php`. PORT is read from the environment.
// The settings are checked first: with a wrong one, the server does not start.

require __DIR__ . '/bootstrap/autoload.php';

try {
    App\Settings::read(getenv());
} catch (InvalidArgumentException $wrong) {
    fwrite(STDERR, $wrong->getMessage() . PHP_EOL);
    exit(1);
}

$port = (int) (getenv('PORT') ?: 8000);
$command = [PHP_BINARY, '-d', 'opcache.enable_cli=1', '-d', 'expose_php=0', '-S', "127.0.0.1:$port", '-t', 'public', 'public/index.php'];
$server = proc_open($command, [STDIN, STDOUT, STDERR], $pipes, __DIR__);
proc_close($server);
