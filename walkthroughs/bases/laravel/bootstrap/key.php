<?php

// The key that encrypts cookies: APP_KEY from the environment, or else one that is made once and
// kept in storage/, which is not shared with others.

$file = dirname(__DIR__) . '/storage/app.key';
if (!env('APP_KEY') && !is_file($file)) {
    file_put_contents($file, 'base64:' . base64_encode(random_bytes(32)));
    chmod($file, 0o600);
}

return env('APP_KEY') ?: file_get_contents($file);
