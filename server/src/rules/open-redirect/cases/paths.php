<?php
if (isset($_GET['next'])) {
    header('Location: ' . $_GET['next']); // finds open-redirect
    exit;
}

if (isset($_GET['page'])) {
    header("Location: admin.php?page={$_GET['page']}");
    exit;
}
$to = $_POST['to'];
header("Location: $to"); // finds open-redirect
exit;
