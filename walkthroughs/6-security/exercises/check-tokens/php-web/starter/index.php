<?php
// To run it: php server.php
// A token made and read by hand. In a real program, let the library firebase/php-jwt do it.

$secret = getenv('JWT_SECRET');

function sendJson(mixed $data, int $status = 200): never
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($data);
    exit;
}

function encode(string $bytes): string
{
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

function decode(string $text): string
{
    return (string) base64_decode(strtr($text, '-_', '+/'));
}

function makeToken(array $claims, string $secret): string
{
    $content = encode(json_encode(['alg' => 'HS256', 'typ' => 'JWT'])) . '.' . encode(json_encode($claims));
    return $content . '.' . encode(hash_hmac('sha256', $content, $secret, true));
}

/** The claims of the token; without a token the answer is 401. */
function readToken(string $secret): array
{
    $parts = explode('.', str_replace('Bearer ', '', $_SERVER['HTTP_AUTHORIZATION'] ?? ''));
    $claims = count($parts) === 3 ? json_decode(decode($parts[1]), true) : null;
    if (!is_array($claims)) {
        sendJson(['error' => 'Log in first.'], 401);
    }
    return $claims;
}

switch (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) {
    // A real shop asks for a password here.
    case '/login':
        $body = json_decode(file_get_contents('php://input'), true);
        $claims = ['sub' => (string) ($body['name'] ?? ''), 'role' => 'member'];
        sendJson(['token' => makeToken($claims, $secret)]);

    case '/orders':
        $claims = readToken($secret);
        sendJson(['name' => $claims['sub'], 'orders' => ['Notebook', 'Pen']]);

    case '/reports':
        $claims = readToken($secret);
        if ($claims['role'] !== 'admin') {
            sendJson(['error' => 'This is for admins.'], 403);
        }
        sendJson(['sold' => 1280]);

    default:
        sendJson(['error' => 'There is no such page.'], 404);
}
