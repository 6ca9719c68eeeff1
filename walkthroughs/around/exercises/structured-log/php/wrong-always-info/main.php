<?php

function levelOf(int $status): string
{
    if ($status >= 500) {
        return 'error';
    }
    return $status >= 400 ? 'warn' : 'info';
}

function hideToken(string $path): string
{
    return preg_replace('/([?&]token=)[^&]*/', '$1***', $path);
}

function entryFor(array $request): array
{
    return [
        'level' => 'info',
        'requestId' => $request['requestId'],
        'user' => $request['user'],
        'path' => hideToken($request['path']),
        'status' => $request['status'],
        'ms' => $request['ms'],
    ];
}

foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $line) {
    [$requestId, $user, $password, $status, $ms, $path] = explode(' ', $line);
    $request = [
        'requestId' => $requestId,
        'user' => $user,
        'password' => $password,
        'path' => $path,
        'status' => (int) $status,
        'ms' => (int) $ms,
    ];
    echo json_encode(entryFor($request), JSON_UNESCAPED_SLASHES), "\n";
}
