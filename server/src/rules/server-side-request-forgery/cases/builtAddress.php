<?php
function get($address) {
    $handle = curl_init($address); // finds server-side-request-forgery
    return curl_exec($handle);
}

$first = get('https://' . $_GET['shop'] . '/status'); // finds server-side-request-forgery (hint)
$second = get("https://{$_POST['shop']}/status"); // finds server-side-request-forgery (hint)
$third = get('https://shop.example.com/' . rawurlencode($_GET['page']));
$own = get('https://' . $_SERVER['HTTP_HOST'] . '/status');
header('Location: https://' . $_GET['shop']); // finds open-redirect
