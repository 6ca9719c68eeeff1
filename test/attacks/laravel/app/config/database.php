<?php

$address = parse_url((string) getenv('DATABASE_URL'));

return [
    'default' => getenv('DATABASE_URL') ? 'pgsql' : 'sqlite',
    'connections' => [
        'sqlite' => ['driver' => 'sqlite', 'database' => getenv('DATABASE'), 'prefix' => ''],
        'pgsql' => [
            'driver' => 'pgsql',
            'host' => $address['host'] ?? '',
            'port' => $address['port'] ?? 5432,
            'database' => ltrim($address['path'] ?? '', '/'),
            'username' => $address['user'] ?? '',
            'password' => $address['pass'] ?? '',
            'charset' => 'utf8',
            'prefix' => '',
            'schema' => 'public',
        ],
    ],
    'migrations' => 'migrations',
];
