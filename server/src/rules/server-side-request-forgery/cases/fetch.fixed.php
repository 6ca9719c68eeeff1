<?php
$url = $_GET['url'];
if (!preg_match('~^https?://~', $url) || !in_array(parse_url($url, PHP_URL_HOST), ['api.example.com'], true)) {
  http_response_code(400);
  exit('This host is not allowed');
}
$ch = curl_init($url); // finds server-side-request-forgery
$other = $_GET['other'];
if (!preg_match('~^https?://~', $other) || !in_array(parse_url($other, PHP_URL_HOST), ['api.example.com'], true)) {
  http_response_code(400);
  exit('This host is not allowed');
}
curl_setopt($ch, CURLOPT_URL, $other); // finds server-side-request-forgery
curl_exec($ch);
$client = new GuzzleHttp\Client();
$host = $_GET['host'];
if (!in_array($host, ['api.example.com'], true)) {
  http_response_code(400);
  exit('This host is not allowed');
}
$client->get('https://' . $host . '/data'); // finds server-side-request-forgery
