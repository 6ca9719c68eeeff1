<?php

// Sessions: one file for each visitor, and a cookie with its id.

return [
    'driver' => 'file',
    'files' => storage_path('framework/sessions'),
    'lifetime' => 120,
    'expire_on_close' => false,
    'encrypt' => false,
    'lottery' => [2, 100],
    'cookie' => 'session',
    'path' => '/',
    'domain' => null,
    // On a site with HTTPS, set SESSION_SECURE_COOKIE=true: the cookie then goes over HTTPS only.
    'secure' => env('SESSION_SECURE_COOKIE', false),
    // TODO: keep the cookie away from scripts, and from requests of other websites.
    'http_only' => false,
    'same_site' => null,
];
