<?php
session_start();

function enter(array $user): void
{
    $_SESSION['user_id'] = $user['id']; // finds session-fixation (warning)
}

session_id($_GET['sid']); // finds session-fixation (warning)
