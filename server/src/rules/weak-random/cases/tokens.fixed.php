<?php
$token = hash('sha256', bin2hex(random_bytes(16))); // finds weak-random (warning), weak-random (warning), weak-hash (warning)
$pin = random_int(1000, 9999); // finds weak-random (warning)
$otp = random_int(0, mt_getrandmax()); // finds weak-random (warning)
$session_id = bin2hex(random_bytes(16)); // finds weak-random (warning)
$password = substr(hash('sha256', bin2hex(random_bytes(16))), 0, 8); // finds weak-random (warning), weak-hash (warning)
