<?php

return [
    'lifetime' => 120,
    'cookie' => env('SESSION_COOKIE', 'shop_session'), // finds insecure-cookie (warning)
    'secure' => false,
    'path' => '/',
];
