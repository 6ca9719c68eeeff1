<?php
use Firebase\JWT\JWT;

function first($user, $key) {
    return JWT::encode(['sub' => $user->id, 'exp' => time() + 15 * 60], $key, 'HS256'); // finds jwt-no-expiry (warning)
}

function second($user, $key) {
    $payload = array(
        "sub" => $user->id,
        "name" => $user->name,
        "exp" => time() + 15 * 60
    );
    return JWT::encode($payload, $key, 'HS256'); // finds jwt-no-expiry (warning)
}
