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

/** Scheme, host and port of an address; an empty text for what is none. */
function originOf(string $url): string
{
    $parts = parse_url($url);
    if ($parts === false || !isset($parts['scheme'], $parts['host']) || isset($parts['user'])) {
        return '';
    }
    $port = isset($parts['port']) ? ":{$parts['port']}" : '';
    return "{$parts['scheme']}://{$parts['host']}$port";
}

$url = $_GET['url'] ?? '';
if (!in_array(originOf($url), $partners, true)) {
    sendJson(['error' => 'This is no address of a partner.'], 400);
}
$client = curl_init($url);
curl_setopt($client, CURLOPT_RETURNTRANSFER, true);
curl_setopt($client, CURLOPT_FAILONERROR, true);
curl_setopt($client, CURLOPT_FOLLOWLOCATION, true);
curl_setopt($client, CURLOPT_TIMEOUT, 5);
$page = curl_exec($client);
if ($page === false || curl_getinfo($client, CURLINFO_RESPONSE_CODE) !== 200) {
    sendJson(['error' => 'The page cannot be fetched.'], 502);
}
preg_match('#<title>(.*?)</title>#', $page, $found);
sendJson(['title' => $found[1] ?? '']);
