<?php
function register(PDO $db)
{
    $password = $_POST['password'];
    $db->prepare('INSERT INTO users (name, password) VALUES (?, ?)')->execute([$_POST['name'], $password]); // finds plaintext-password
}

function login($user)
{
    $password = $_POST['password'];
    return $user['password'] === $password; // finds plaintext-password
}
