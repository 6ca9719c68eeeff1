<?php

namespace App;

/** JSON Web Tokens, signed with HMAC and SHA-256. */
class Token
{
    public static function make(array $claims): string
    {
        $body = self::encode(json_encode(['typ' => 'JWT', 'alg' => 'HS256'])) . '.' . self::encode(json_encode($claims));
        return $body . '.' . self::encode(hash_hmac('sha256', $body, getenv('JWT_SECRET'), true));
    }

    public static function read(string $token): array
    {
        $payload = explode('.', $token)[1];
        return json_decode(base64_decode(strtr($payload, '-_', '+/')), true);
    }

    private static function encode(string $text): string
    {
        return rtrim(strtr(base64_encode($text), '+/', '-_'), '=');
    }
}
