<?php
$token = md5(uniqid(rand(), true)); // finds weak-random (warning), weak-random (warning), weak-hash (warning)
$pin = rand(1000, 9999); // finds weak-random (warning)
$otp = mt_rand(); // finds weak-random (warning)
$session_id = uniqid('s', true); // finds weak-random (warning)
$password = substr(sha1(uniqid()), 0, 8); // finds weak-random (warning), weak-hash (warning)
