<?php
$url = $_GET['url'];
$ch = curl_init($url); // finds server-side-request-forgery
curl_setopt($ch, CURLOPT_URL, $_GET['other']); // finds server-side-request-forgery
curl_exec($ch);
$client = new GuzzleHttp\Client();
$client->get('https://' . $_GET['host'] . '/data'); // finds server-side-request-forgery
