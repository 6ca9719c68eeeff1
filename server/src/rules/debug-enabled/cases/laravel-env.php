<?php

return [
    'name' => 'Shop',
    'key' => env('APP_KEY'),
    'debug' => (bool) env('APP_DEBUG', false),
];
