<?php

namespace App\Chat;

use RuntimeException;

/** Takes connections, and waits until one of them has something to read or can be written to. */
final class Server
{
    /** @var array<int, Connection> by the number of the stream */
    private array $connections = [];

    public function __construct(private readonly Room $room)
    {
    }

    public function run(int $port): never
    {
        $listener = stream_socket_server("tcp://127.0.0.1:$port", $code, $message);
        if ($listener === false) {
            throw new RuntimeException("Port $port: $message");
        }
        while (true) {
            $read = [$listener, ...array_map(fn (Connection $each) => $each->stream, $this->connections)];
            $waiting = array_filter($this->connections, fn (Connection $each) => $each->hasToWrite());
            $write = array_map(fn (Connection $each) => $each->stream, $waiting);
            $except = null;
            if (stream_select($read, $write, $except, null) === false) {
                continue;
            }
            foreach ($write as $stream) {
                $this->connections[(int) $stream]->write();
            }
            foreach ($read as $stream) {
                $stream === $listener ? $this->accept($listener) : $this->read((int) $stream);
            }
            $this->removeEnded();
        }
    }

    /** @param resource $listener */
    private function accept($listener): void
    {
        $stream = stream_socket_accept($listener, 0);
        if ($stream !== false) {
            stream_set_blocking($stream, false);
            $this->connections[(int) $stream] = new Connection($stream);
        }
    }

    private function read(int $number): void
    {
        $connection = $this->connections[$number];
        $connection->read();
        $request = $connection->takeRequest();
        if ($request !== null) {
            $this->answer($connection, $request);
        }
        foreach ($connection->takeTexts() as $text) {
            $this->room->receive($connection, $text);
        }
    }

    private function answer(Connection $connection, Request $request): void
    {
        if ($request->path === '/' && $request->method === 'GET') {
            $connection->answer('200 OK', $this->room->page());
        } elseif ($request->path !== '/chat' || !$request->wantsWebSocket()) {
            $connection->answer('404 Not Found', '<h1>Not found</h1>');
        } elseif (!$this->room->allows($request->header('origin'), $request->header('host') ?? '')) {
            $connection->answer('403 Forbidden', '<h1>Not for pages of other websites</h1>');
        } else {
            $connection->becomeWebSocket($request->header('sec-websocket-key') ?? '');
        }
    }

    private function removeEnded(): void
    {
        foreach ($this->connections as $number => $connection) {
            if ($connection->hasEnded()) {
                unset($this->connections[$number]);
                $connection->close();
                $this->room->leave($connection);
            }
        }
    }
}
