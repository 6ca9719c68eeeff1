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
    // null: over HTTPS only, as soon as the request came over HTTPS.
    'secure' => null,
    'http_only' => true,
    'same_site' => 'lax',
];
