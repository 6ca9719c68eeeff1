<?php
// To run it: php server.php

function sendJson(mixed $data, int $status = 200): never
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($data);
    exit;
}

$url = $_GET['url'] ?? '';
$client = curl_init($url);
curl_setopt($client, CURLOPT_RETURNTRANSFER, true);
curl_setopt($client, CURLOPT_FAILONERROR, true);
curl_setopt($client, CURLOPT_FOLLOWLOCATION, true);
curl_setopt($client, CURLOPT_TIMEOUT, 5);
$page = curl_exec($client);
if ($page === false) {
    sendJson(['error' => 'The page cannot be fetched.'], 502);
}
preg_match('#<title>(.*?)</title>#', $page, $found);
sendJson(['title' => $found[1] ?? '']);
