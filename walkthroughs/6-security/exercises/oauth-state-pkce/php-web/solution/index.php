<?php
// To run it: php server.php

session_start(['cookie_httponly' => true, 'cookie_samesite' => 'Lax']);

$provider = getenv('PROVIDER_URL');
$redirectUri = "http://127.0.0.1:{$_SERVER['SERVER_PORT']}/callback";

/** What the provider answers, or null when it refuses. */
function ask(string $url, array $options): ?array
{
    $context = stream_context_create(['http' => $options + ['ignore_errors' => true, 'timeout' => 5]]);
    return json_decode((string) file_get_contents($url, false, $context), true);
}

/** Base64 for addresses. */
function encode(string $bytes): string
{
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

function refuse(int $status): never
{
    http_response_code($status);
    exit;
}

switch (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) {
    case '/login':
        $state = encode(random_bytes(32));
        $verifier = encode(random_bytes(32));
        $_SESSION['login'] = ['state' => $state, 'verifier' => $verifier];
        $query = http_build_query([
            'response_type' => 'code',
            'client_id' => 'shop',
            'redirect_uri' => $redirectUri,
            'state' => $state,
            'code_challenge' => encode(hash('sha256', $verifier, true)),
            'code_challenge_method' => 'S256',
        ]);
        header("Location: $provider/authorize?$query");
        exit;

    case '/callback':
        $login = $_SESSION['login'] ?? null;
        unset($_SESSION['login']);
        if ($login === null || ($_GET['state'] ?? '') !== $login['state']) {
            refuse(400);
        }
        $answer = ask("$provider/token", [
            'method' => 'POST',
            'header' => 'Content-Type: application/x-www-form-urlencoded',
            'content' => http_build_query([
                'grant_type' => 'authorization_code',
                'code' => $_GET['code'] ?? '',
                'redirect_uri' => $redirectUri,
                'client_id' => 'shop',
                'client_secret' => getenv('CLIENT_SECRET'),
                'code_verifier' => $login['verifier'],
            ]),
        ]);
        if (!isset($answer['access_token'])) {
            refuse(400);
        }
        $person = ask("$provider/userinfo", ['header' => "Authorization: Bearer {$answer['access_token']}"]);
        session_regenerate_id(true);
        $_SESSION['name'] = $person['name'];
        header('Location: /me');
        exit;

    case '/me':
        if (!isset($_SESSION['name'])) {
            refuse(401);
        }
        header('Content-Type: application/json');
        echo json_encode(['name' => $_SESSION['name']]);
        exit;

    default:
        refuse(404);
}
