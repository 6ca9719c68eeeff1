<?php
setcookie('token', $token); // finds insecure-cookie (warning)
setcookie('token', $token, time() + 3600); // finds insecure-cookie (warning)
setcookie('token', $token, time() + 3600, '/'); // finds insecure-cookie (warning)
setcookie("token", $token, 0, "/", "shop.example", false, true); // finds insecure-cookie (warning)
setcookie('token', $token, ['expires' => 0, 'path' => '/']); // finds insecure-cookie (warning)
$options = array(
    'path' => '/',
    'httponly' => true
);
setcookie('token', $token, $options); // finds insecure-cookie (warning)
session_set_cookie_params(0, '/'); // finds insecure-cookie (warning)
ini_set('session.cookie_httponly', 0); // finds insecure-cookie (warning)
ini_set('session.cookie_secure', 'off'); // finds insecure-cookie (warning)
