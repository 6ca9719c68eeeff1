<?php

// Sessions: one file for each visitor, and a cookie with its id.

return [
    'driver' => 'file',
    'files' => storage_path('framework/sessions'),
    'lifetime' => 120,
    'expire_on_close' => false,
    'encrypt' => false,
    'lottery' => [2, 100],
    'cookie' => 'cart',
    'path' => '/',
    'domain' => null,
    // On a site with HTTPS, set SESSION_SECURE_COOKIE=true: the cookie then goes over HTTPS only.
    'secure' => env('SESSION_SECURE_COOKIE', false),
    // TODO: the options http_only and same_site
    'http_only' => false,
    'same_site' => null,
];
