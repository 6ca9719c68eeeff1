<?php
use Firebase\JWT\JWT;

class Tokens
{
    private const KEY = 'shhhh-shhhh';

    public function issue(string $user): string
    {
        $secret = getenv('JWT_SECRET');
        return JWT::encode(['sub' => $user, 'exp' => time() + 60], $secret, 'HS256'); // finds hardcoded-secret
    }

    public function other(string $user): string
    {
        // A constant cannot be read from the environment.
        return JWT::encode(['sub' => $user, 'exp' => time() + 60], self::KEY, 'HS256'); // finds hardcoded-secret
    }
}
