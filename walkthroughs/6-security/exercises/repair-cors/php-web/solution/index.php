<?php
// To run it: php server.php

const ALLOWED_ORIGINS = ['https://shop.example', 'https://admin.shop.example'];

$origin = $_SERVER['HTTP_ORIGIN'] ?? null;
header('Vary: Origin');
if (in_array($origin, ALLOWED_ORIGINS, true)) {
    header("Access-Control-Allow-Origin: $origin");
    header('Access-Control-Allow-Credentials: true');
}
if ($_SERVER['REQUEST_METHOD'] === 'OPTIONS') {
    header('Access-Control-Allow-Methods: GET, PUT');
    header('Access-Control-Allow-Headers: Content-Type');
    http_response_code(204);
    exit;
}

// A real shop takes the account from the session.
$file = 'account.json';
$account = ['name' => 'Ada', 'address' => 'Station Road 12'];
if (is_file($file)) {
    $account = json_decode(file_get_contents($file), true);
}

if ($_SERVER['REQUEST_METHOD'] === 'PUT') {
    $body = json_decode(file_get_contents('php://input'), true);
    $account['address'] = (string) ($body['address'] ?? '');
    file_put_contents($file, json_encode($account));
}

header('Content-Type: application/json');
echo json_encode($account);
