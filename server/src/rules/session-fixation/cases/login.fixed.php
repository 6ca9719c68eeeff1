<?php
session_start();

function enter(array $user): void
{
    session_regenerate_id(true);
    $_SESSION['user_id'] = $user['id']; // finds session-fixation (warning)
}

