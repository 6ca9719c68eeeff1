<?php
// To run it: php server.php

$name = $_GET['name'] ?? '';
$process = proc_open([PHP_BINARY, 'label.php', $name], [1 => ['pipe', 'w']], $pipes);
$output = stream_get_contents($pipes[1]);
if (proc_close($process) !== 0) {
    http_response_code(500);
    exit('The label could not be printed.');
}
header('Content-Type: text/plain; charset=utf-8');
echo $output;
