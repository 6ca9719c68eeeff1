<?php
if (isset($_GET['next'])) {
    $next = $_GET['next'];
    if (!preg_match('~^/([^/\\\\\s]|$)~D', $next)) {
        http_response_code(400);
        exit('This address is not allowed');
    }
    header('Location: ' . $next); // finds open-redirect
    exit;
}

if (isset($_GET['page'])) {
    header("Location: admin.php?page={$_GET['page']}");
    exit;
}
$to = $_POST['to'];
if (!preg_match('~^/([^/\\\\\s]|$)~D', $to)) {
    http_response_code(400);
    exit('This address is not allowed');
}
header("Location: $to"); // finds open-redirect
exit;
