<?php
// To run it: php server.php

session_start(['cookie_httponly' => true, 'cookie_samesite' => 'Lax']);

$file = 'emails.json';
$emails = ['Ada' => 'ada@mail.example', 'Tom' => 'tom@mail.example'];
if (is_file($file)) {
    $emails = json_decode(file_get_contents($file), true);
}

function refuse(int $status): never
{
    http_response_code($status);
    exit;
}

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);

// A real shop asks for a password here.
if ($path === '/login') {
    $name = $_POST['name'] ?? '';
    if (!isset($emails[$name])) {
        refuse(401);
    }
    session_regenerate_id(true);
    $_SESSION = ['name' => $name, 'csrf_token' => bin2hex(random_bytes(32))];
    header('Location: /account', true, 303);
    exit;
}

if (!isset($_SESSION['name'])) {
    refuse(401);
}

if ($path === '/email') {
    if (empty($_POST['csrf_token'])) {
        refuse(403);
    }
    $emails[$_SESSION['name']] = $_POST['email'] ?? '';
    file_put_contents($file, json_encode($emails));
    header('Location: /account', true, 303);
    exit;
}
?>
<!doctype html>
<title>Your account</title>
<form action="/email" method="post">
<input type="hidden" name="csrf_token" value="<?= $_SESSION['csrf_token'] ?>">
<label>E-mail <input name="email" value="<?= htmlspecialchars($emails[$_SESSION['name']]) ?>"></label>
<button>Save</button>
</form>
