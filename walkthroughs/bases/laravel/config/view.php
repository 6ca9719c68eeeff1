<?php

// Where templates are, and where Laravel keeps what it made of them.

return [
    'paths' => [resource_path('views')],
    'compiled' => storage_path('framework/views'),
];
