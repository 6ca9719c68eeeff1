<?php
header('Access-Control-Allow-Origin: https://app.example.com'); // finds permissive-cors (warning)
header('Access-Control-Allow-Origin: https://app.example.com'); // finds permissive-cors (error)
header('Access-Control-Allow-Origin: https://app.example.com'); // finds permissive-cors (error)
header('Access-Control-Allow-Credentials: true');
header('Access-Control-Allow-Origin: https://shop.example.net');
