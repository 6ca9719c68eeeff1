<?php
setcookie('token', $token, ['secure' => true, 'httponly' => true, 'samesite' => 'Lax']); // finds insecure-cookie (warning)
setcookie('token', $token, ['expires' => time() + 3600, 'secure' => true, 'httponly' => true, 'samesite' => 'Lax']); // finds insecure-cookie (warning)
setcookie('token', $token, time() + 3600, '/', '', true, true); // finds insecure-cookie (warning)
setcookie("token", $token, 0, "/", "shop.example", true, true); // finds insecure-cookie (warning)
setcookie('token', $token, ['expires' => 0, 'path' => '/', 'secure' => true, 'httponly' => true, 'samesite' => 'Lax']); // finds insecure-cookie (warning)
$options = array(
    'path' => '/',
    'httponly' => true,
    'secure' => true,
    'samesite' => 'Lax'
);
setcookie('token', $token, $options); // finds insecure-cookie (warning)
session_set_cookie_params(0, '/', '', true, true); // finds insecure-cookie (warning)
ini_set('session.cookie_httponly', 1); // finds insecure-cookie (warning)
ini_set('session.cookie_secure', 'on'); // finds insecure-cookie (warning)
