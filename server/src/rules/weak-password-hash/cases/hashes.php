<?php
function register($db, $name)
{
    $password = $_POST['password'];
    $hash = md5($password); // finds weak-password-hash
    $db->prepare('INSERT INTO users (name, hash) VALUES (?, ?)')->execute([$name, $hash]);
}

function login($row)
{
    if (hash('sha256', $_POST['password']) === $row['hash']) { // finds weak-password-hash
        return true;
    }
    return sha1($_POST['password']) != $row['old_hash']; // finds weak-password-hash
}

function old($password)
{
    return md5(md5($password)); // finds weak-password-hash, weak-password-hash
}
