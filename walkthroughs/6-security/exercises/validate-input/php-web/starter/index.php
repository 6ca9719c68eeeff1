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

function addBooking(PDO $db): never
{
    $body = json_decode(file_get_contents('php://input'), true);
    $name = $body['name'];
    $guests = $body['guests'];
    $day = $body['day'];
    $insert = $db->prepare('INSERT INTO bookings (name, guests, day) VALUES (?, ?, ?)');
    $insert->execute([$name, $guests, $day]);
    $id = (int) $db->lastInsertId();
    sendJson(['id' => $id, 'name' => $name, 'guests' => $guests, 'day' => $day], 201);
}

if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    addBooking($db);
}
listBookings($db);
