<?php
// To run it: php server.php

$db = new PDO('sqlite:bookings.db');
$db->exec('CREATE TABLE IF NOT EXISTS bookings (id INTEGER PRIMARY KEY, name TEXT, guests INTEGER, day TEXT)');

function sendJson(mixed $data, int $status = 200): never
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($data);
    exit;
}

function listBookings(PDO $db): never
{
    $rows = $db->query('SELECT id, name, guests, day FROM bookings');
    sendJson($rows->fetchAll(PDO::FETCH_ASSOC));
}

function isDay(mixed $value): bool
{
    return is_string($value) && preg_match('/\A\d{4}-\d{2}-\d{2}\z/', $value) === 1;
}

function findErrors(mixed $name, mixed $guests, mixed $day): array
{
    $errors = [];
    if (!is_string($name) || trim($name) === '' || mb_strlen($name) > 40) {
        $errors['name'] = 'A text of 1 to 40 characters.';
    }
    if (!is_int($guests) || $guests < 1 || $guests > 8) {
        $errors['guests'] = 'A whole number from 1 to 8.';
    }
    if (!isDay($day)) {
        $errors['day'] = 'A day such as 2026-03-14.';
    }
    return $errors;
}

function addBooking(PDO $db): never
{
    $body = json_decode(file_get_contents('php://input'), true);
    $name = $body['name'] ?? null;
    $guests = $body['guests'] ?? null;
    $day = $body['day'] ?? null;
    $errors = findErrors($name, $guests, $day);
    if ($errors !== []) {
        sendJson(['errors' => $errors], 400);
    }
    $insert = $db->prepare('INSERT INTO bookings (name, guests, day) VALUES (?, ?, ?)');
    $insert->execute([$name, $guests, $day]);
    $id = (int) $db->lastInsertId();
    sendJson(['id' => $id, 'name' => $name, 'guests' => $guests, 'day' => $day], 201);
}

if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    addBooking($db);
}
listBookings($db);
