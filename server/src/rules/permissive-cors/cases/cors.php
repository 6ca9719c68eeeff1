<?php
header('Access-Control-Allow-Origin: *'); // finds permissive-cors (warning)
header('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']); // finds permissive-cors (error)
header("Access-Control-Allow-Origin: {$_SERVER['HTTP_ORIGIN']}"); // finds permissive-cors (error)
header('Access-Control-Allow-Credentials: true');
header('Access-Control-Allow-Origin: https://shop.example.net');
