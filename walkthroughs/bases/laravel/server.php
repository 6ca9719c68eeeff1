<?php

// Starts PHP's own web server for this project: `php server.php`. PORT is read from the environment.

// What the application keeps only while it runs begins anew.
if (is_file(__DIR__ . '/storage/running.json')) {
    unlink(__DIR__ . '/storage/running.json');
}

$port = (int) (getenv('PORT') ?: 8000);
$command = [PHP_BINARY, '-d', 'opcache.enable_cli=1', '-d', 'expose_php=0', '-S', "127.0.0.1:$port", '-t', 'public', 'public/index.php'];
$server = proc_open($command, [STDIN, STDOUT, STDERR], $pipes, __DIR__);
proc_close($server);
