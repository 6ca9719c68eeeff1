<?php
$signature = hash('sha256', $text . $secret); // finds weak-hash (warning)
$token = hash('sha256', $text, true); // finds weak-hash (warning)
$integrity = hash_file('sha256', 'release.zip'); // finds weak-hash (hint)
$mac = hash_hmac('sha256', $text, $key); // finds weak-hash (hint)
openssl_sign($data, $signature, $key, OPENSSL_ALGO_SHA256); // finds weak-hash (hint)
openssl_sign($data, $signature, $key, OPENSSL_ALGO_SHA256); // finds weak-hash (hint)
$name = hash('sha256', $title); // finds weak-hash (hint)
