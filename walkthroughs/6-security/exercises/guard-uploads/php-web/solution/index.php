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

const BEGINNINGS = ['.png' => "\x89PNG\r\n\x1a\n", '.jpg' => "\xff\xd8\xff"];

/** The ending that fits the content; null for what is no picture. */
function endingOf(string $content): ?string
{
    foreach (BEGINNINGS as $ending => $beginning) {
        if (str_starts_with($content, $beginning)) {
            return $ending;
        }
    }
    return null;
}

if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    $picture = $_FILES['picture'];
    if ($picture['error'] !== UPLOAD_ERR_OK || $picture['size'] > 1_000_000) {
        sendJson(['error' => 'Send a picture of at most 1 MB.'], 413);
    }
    $ending = endingOf(file_get_contents($picture['tmp_name']));
    if ($ending === null) {
        sendJson(['error' => 'Send a PNG or a JPEG.'], 415);
    }
    $name = bin2hex(random_bytes(16)) . $ending;
    move_uploaded_file($picture['tmp_name'], $folder . '/' . $name);
    sendJson(['url' => '/avatars/' . $name], 201);
}

// The built-in server sends what is a file. All of them are pictures now.
$file = $folder . '/' . basename($_SERVER['REQUEST_URI']);
if (is_file($file)) {
    return false;
}
sendJson(['error' => 'There is no such picture.'], 404);
