<?php
// To run it: php server.php

$signingKey = getenv('SIGNING_KEY') ?: '8f2Kq0ZrT5vXw1LmB7nC';

$receipts = [7 => 1250, 8 => 499];

function sendJson(mixed $data, int $status = 200): never
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($data);
    exit;
}

if (preg_match('#^/receipts/(\d+)$#', $_SERVER['REQUEST_URI'], $parts)) {
    $number = (int) $parts[1];
    if (!isset($receipts[$number])) {
        sendJson(['error' => 'There is no such receipt.'], 404);
    }
    $cents = $receipts[$number];
    $signature = hash_hmac('sha256', "$number:$cents", $signingKey);
    sendJson(['number' => $number, 'cents' => $cents, 'signature' => $signature]);
}

sendJson(['error' => 'There is no such page.'], 404);
