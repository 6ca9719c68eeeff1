<?php

namespace App\Chat;

/** The head of an HTTP request. */
final class Request
{
    /** @param array<string, string> $headers with names in lower case */
    private function __construct(
        public readonly string $method,
        public readonly string $path,
        private readonly array $headers,
    ) {
    }

    public static function parse(string $head): self
    {
        $lines = explode("\r\n", $head);
        [$method, $target] = explode(' ', array_shift($lines)) + ['', ''];
        $headers = [];
        foreach ($lines as $line) {
            [$name, $value] = explode(':', $line, 2) + ['', ''];
            $headers[strtolower(trim($name))] = trim($value);
        }
        return new self($method, explode('?', $target)[0], $headers);
    }

    public function header(string $name): ?string
    {
        return $this->headers[$name] ?? null;
    }

    public function wantsWebSocket(): bool
    {
        return $this->method === 'GET'
            && strtolower($this->header('upgrade') ?? '') === 'websocket'
            && $this->header('sec-websocket-version') === '13'
            && $this->header('sec-websocket-key') !== null;
    }
}
