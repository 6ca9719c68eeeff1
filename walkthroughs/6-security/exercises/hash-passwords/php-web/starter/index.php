<?php
// To run it: php server.php

$db = new PDO('sqlite:users.db');
$db->exec('CREATE TABLE IF NOT EXISTS users (id INTEGER PRIMARY KEY, email TEXT UNIQUE, password TEXT)');

function sendJson(mixed $data, int $status = 200): never
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($data);
    exit;
}

$body = json_decode(file_get_contents('php://input'), true);
$email = (string) ($body['email'] ?? '');
$password = (string) ($body['password'] ?? '');

switch ($_SERVER['REQUEST_URI']) {
    case '/signup':
        if ($email === '' || strlen($password) < 8) {
            sendJson(['error' => 'Send an email and a password of at least 8 characters.'], 400);
        }
        $insert = $db->prepare('INSERT INTO users (email, password) VALUES (?, ?)');
        $insert->execute([$email, $password]);
        sendJson(['email' => $email], 201);

    case '/login':
        $select = $db->prepare('SELECT email, password FROM users WHERE email = ?');
        $select->execute([$email]);
        $user = $select->fetch(PDO::FETCH_ASSOC);
        if ($user === false || $user['password'] !== $password) {
            sendJson(['error' => 'The email or the password is wrong.'], 401);
        }
        sendJson(['email' => $user['email']]);

    default:
        sendJson(['error' => 'There is no such page.'], 404);
}
