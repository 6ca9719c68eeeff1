<?php

// What the application remembers for a while, such as how often somebody tried to log in.

return [
    'default' => 'file',
    'stores' => [
        'file' => ['driver' => 'file', 'path' => storage_path('framework/cache')],
    ],
    'prefix' => 'shop',
];
