<?php
function register(PDO $db)
{
    $password = $_POST['password'];
    $db->prepare('INSERT INTO users (name, password) VALUES (?, ?)')->execute([$_POST['name'], password_hash($password, PASSWORD_DEFAULT)]); // finds plaintext-password
}

function login($user)
{
    $password = $_POST['password'];
    return password_verify($password, $user['password']); // finds plaintext-password
}
