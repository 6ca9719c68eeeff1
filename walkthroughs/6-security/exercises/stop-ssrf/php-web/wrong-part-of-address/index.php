<?php
// To run it: php server.php

function sendJson(mixed $data, int $status = 200): never
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($data);
    exit;
}

$partners = explode(',', (string) getenv('PARTNERS'));

$url = $_GET['url'] ?? '';
$known = array_filter($partners, fn (string $partner) => str_contains($url, $partner));
if ($known === []) {
    sendJson(['error' => 'This is no address of a partner.'], 400);
}
$client = curl_init($url);
curl_setopt($client, CURLOPT_RETURNTRANSFER, true);
curl_setopt($client, CURLOPT_FAILONERROR, true);
curl_setopt($client, CURLOPT_FOLLOWLOCATION, false);
curl_setopt($client, CURLOPT_TIMEOUT, 5);
$page = curl_exec($client);
if ($page === false || curl_getinfo($client, CURLINFO_RESPONSE_CODE) !== 200) {
    sendJson(['error' => 'The page cannot be fetched.'], 502);
}
preg_match('#<title>(.*?)</title>#', $page, $found);
sendJson(['title' => $found[1] ?? '']);
