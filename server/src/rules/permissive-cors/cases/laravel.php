<?php

return [
    'paths' => ['api/*'],
    'allowed_origins' => ['*'], // finds permissive-cors
    'supports_credentials' => true,
];
