<?php
// To run it: php server.php

session_name('sid');
session_set_cookie_params(['httponly' => true, 'secure' => true, 'samesite' => 'Lax']);
session_start(['use_strict_mode' => true]);

$members = ['Ada', 'Tom'];

function sendJson(mixed $data, int $status = 200): never
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($data);
    exit;
}

switch (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) {
    case '/visits':
        $_SESSION['visits'] = ($_SESSION['visits'] ?? 0) + 1;
        sendJson(['visits' => $_SESSION['visits']]);

    // A real shop asks for a password here.
    case '/login':
        $body = json_decode(file_get_contents('php://input'), true);
        $name = $body['name'] ?? null;
        if (!in_array($name, $members, true)) {
            sendJson(['error' => 'There is no such member.'], 401);
        }
        session_regenerate_id(true);
        $_SESSION['name'] = $name;
        sendJson(['name' => $name]);

    case '/me':
        if (!isset($_SESSION['name'])) {
            sendJson(['error' => 'Nobody is logged in.'], 401);
        }
        sendJson(['name' => $_SESSION['name']]);

    case '/logout':
        $_SESSION = [];
        session_destroy();
        sendJson([]);

    default:
        sendJson(['error' => 'There is no such page.'], 404);
}
