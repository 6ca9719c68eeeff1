<?php
use Firebase\JWT\JWT;

$claims = JWT::decode($_COOKIE['token'], getenv('TOKEN_KEY'), false); // finds jwt-unverified
