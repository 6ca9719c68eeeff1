<?php
if (isset($_GET['next'])) {
    header('Location: ' . $_GET['next']); // finds open-redirect
    exit;
}

$to = $_POST['to'];
header("Location: $to"); // finds open-redirect
exit;
