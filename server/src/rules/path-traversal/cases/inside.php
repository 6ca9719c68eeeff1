<?php
$folder = realpath('reports');
$name = $_GET['name'] ?? '';

function refuse(int $status): never
{
    http_response_code($status);
    exit;
}

function prefixed(string $folder, string $name): void
{
    $file = realpath($folder . '/' . $name);
    if ($file === false || !str_starts_with($file, $folder . '/')) {
        refuse(404);
    }
    readfile($file);
}

prefixed($folder, $_GET['file']);
$file = realpath($folder . '/' . $name);
if ($file === false || !str_starts_with($file, $folder . DIRECTORY_SEPARATOR)) {
    refuse(404);
}
readfile($file);
readfile($folder . '/' . $name); // finds path-traversal
