<?php

function levelOf(int $status): string
{
    // TODO: 'error', 'warn' or 'info'.
    return '';
}

function hideToken(string $path): string
{
    // TODO: replace the value of the parameter token by ***.
    return $path;
}

function entryFor(array $request): array
{
    // TODO: an array with level, requestId, user, path, status and ms.
    return [];
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
