<?php

return [
    'lifetime' => 120,
    'cookie' => env('SESSION_COOKIE', 'shop_session'), // finds insecure-cookie (warning)
    'secure' => env('SESSION_SECURE_COOKIE', true),
    'path' => '/',
    'http_only' => true,
    'same_site' => 'lax',
];
