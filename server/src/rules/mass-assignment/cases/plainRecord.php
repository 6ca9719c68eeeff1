<?php
$member = ['id' => 1, 'name' => 'Ada', 'role' => 'member'];
$body = json_decode(file_get_contents('php://input'), true);
$changed = array_merge($member, $body); // finds mass-assignment (warning)
$named = array_merge($member, ['name' => (string) $body['name']]);
echo json_encode([$changed, $named]);
