<?php

// Starts PHP's own web server for this project: `php server.php`. PORT is read from the environment.

// Databases of the exercises begin anew with each start.
array_map('unlink', glob(__DIR__ . '/*.db'));

$sessions = __DIR__ . DIRECTORY_SEPARATOR . 'sessions';
if (!is_dir($sessions)) {
    mkdir($sessions);
}

$port = (int) (getenv('PORT') ?: 8000);
$settings = ['display_errors=0', 'log_errors=1', 'expose_php=0', "session.save_path=$sessions"];
$command = [PHP_BINARY];
foreach ($settings as $setting) {
    array_push($command, '-d', $setting);
}
array_push($command, '-S', "127.0.0.1:$port", 'index.php');
$server = proc_open($command, [STDIN, STDOUT, STDERR], $pipes, __DIR__);
exit((int) proc_close($server));
