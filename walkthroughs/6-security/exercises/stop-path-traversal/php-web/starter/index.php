<?php
// To run it: php server.php

$folder = __DIR__ . DIRECTORY_SEPARATOR . 'reports';

$name = $_GET['name'] ?? '';
$file = $folder . DIRECTORY_SEPARATOR . $name;
if (!is_file($file)) {
    http_response_code(404);
    exit('There is no such report.');
}
header('Content-Type: text/plain; charset=utf-8');
readfile($file);
