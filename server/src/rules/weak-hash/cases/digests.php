<?php
$signature = md5($text . $secret); // finds weak-hash (warning)
$token = sha1($text, true); // finds weak-hash (warning)
$integrity = md5_file('release.zip'); // finds weak-hash (hint)
$mac = hash_hmac('md5', $text, $key); // finds weak-hash (hint)
openssl_sign($data, $signature, $key); // finds weak-hash (hint)
openssl_sign($data, $signature, $key, OPENSSL_ALGO_MD5); // finds weak-hash (hint)
$name = hash('sha1', $title); // finds weak-hash (hint)
