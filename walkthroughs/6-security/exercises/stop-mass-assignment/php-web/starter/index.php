<?php
// To run it: php server.php

$db = new PDO('sqlite:members.db');
$db->exec('CREATE TABLE IF NOT EXISTS members (
    id INTEGER PRIMARY KEY, name TEXT, city TEXT, role TEXT, credit INTEGER
)');
$db->exec("INSERT OR IGNORE INTO members VALUES (1, 'Ada', 'Oslo', 'member', 0)");

// A real shop takes the member's id from the session.
if ($_SERVER['REQUEST_METHOD'] === 'PATCH') {
    $changes = json_decode(file_get_contents('php://input'), true);
    foreach ($changes as $field => $value) {
        $update = $db->prepare("UPDATE members SET $field = ? WHERE id = 1");
        $update->execute([$value]);
    }
}

$member = $db->query('SELECT id, name, city, role, credit FROM members WHERE id = 1');
header('Content-Type: application/json');
echo json_encode($member->fetch(PDO::FETCH_ASSOC));
