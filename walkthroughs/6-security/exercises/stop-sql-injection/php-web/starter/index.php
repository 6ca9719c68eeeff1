<?php
// To run it: php server.php

$db = new PDO('sqlite::memory:');
$db->exec(file_get_contents('shop.sql'));

function sendJson(mixed $data, int $status = 200): never
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($data);
    exit;
}

$path = urldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));

if ($path === '/books') {
    $author = $_GET['author'] ?? '';
    $sql = "SELECT id, title, author FROM books WHERE published = 1 AND author = '$author'";
    sendJson($db->query($sql)->fetchAll(PDO::FETCH_ASSOC));
}

if (preg_match('#^/books/(.+)$#s', $path, $parts)) {
    $id = $parts[1];
    $sql = "SELECT id, title, author FROM books WHERE published = 1 AND id = $id";
    $book = $db->query($sql)->fetch(PDO::FETCH_ASSOC);
    if ($book === false) {
        sendJson(['error' => 'There is no such book.'], 404);
    }
    sendJson($book);
}

sendJson(['error' => 'There is no such page.'], 404);
