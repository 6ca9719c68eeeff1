<?php
// To run it: php server.php

$name = $_GET['name'] ?? '';
$output = shell_exec(PHP_BINARY . " label.php \"$name\"");
if ($output === null || $output === false) {
    http_response_code(500);
    exit('The label could not be printed.');
}
header('Content-Type: text/plain; charset=utf-8');
echo $output;
