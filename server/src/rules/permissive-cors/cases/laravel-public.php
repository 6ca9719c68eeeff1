<?php

return [
    'paths' => ['api/*'],
    'allowed_origins' => ['*'],
    'supports_credentials' => false,
];
