<?php

return [
    'name' => 'Shop',
    'key' => env('APP_KEY'),
    'debug' => true, // finds debug-enabled (warning)
];
