<?php
function register($db, $name)
{
    $password = $_POST['password'];
    $hash = password_hash($password, PASSWORD_DEFAULT); // finds weak-password-hash
    $db->prepare('INSERT INTO users (name, hash) VALUES (?, ?)')->execute([$name, $hash]);
}

function login($row)
{
    if (password_verify($_POST['password'], $row['hash'])) { // finds weak-password-hash
        return true;
    }
    return !password_verify($_POST['password'], $row['old_hash']); // finds weak-password-hash
}

function old($password)
{
    return password_hash($password, PASSWORD_DEFAULT); // finds weak-password-hash, weak-password-hash
}
