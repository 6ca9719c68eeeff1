<?php
use Firebase\JWT\JWT;
use Firebase\JWT\Key;

$claims = JWT::decode($_COOKIE['token'], new Key(getenv('TOKEN_KEY'), 'HS256')); // finds jwt-unverified
