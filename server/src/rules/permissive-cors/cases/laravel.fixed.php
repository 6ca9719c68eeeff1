<?php

return [
    'paths' => ['api/*'],
    'allowed_origins' => ['https://app.example.com'], // finds permissive-cors
    'supports_credentials' => true,
];
