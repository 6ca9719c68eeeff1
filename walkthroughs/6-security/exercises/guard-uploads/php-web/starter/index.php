<?php
// To run it: php server.php

$folder = __DIR__ . '/avatars';
if (!is_dir($folder)) {
    mkdir($folder);
}

function sendJson(mixed $data, int $status = 200): never
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($data);
    exit;
}

if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    $picture = $_FILES['picture'];
    move_uploaded_file($picture['tmp_name'], $folder . '/' . $picture['name']);
    sendJson(['url' => '/avatars/' . $picture['name']], 201);
}

// The built-in server sends what is a file; it runs what ends in .php.
$file = $folder . '/' . basename($_SERVER['REQUEST_URI']);
if (is_file($file)) {
    return false;
}
sendJson(['error' => 'There is no such picture.'], 404);
