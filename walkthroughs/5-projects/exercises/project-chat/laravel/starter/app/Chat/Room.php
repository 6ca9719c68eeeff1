<?php

namespace App\Chat;

/** The chat room. The server calls it for one event after the other. */
final class Room
{
    // TODO: who has joined with which name, and the last messages

    /** The page for GET /. */
    public function page(): string
    {
        // TODO: the file chat.html, which lies in the folder of the project
        return '';
    }

    /** Whether a connection is taken. The origin is null for a program that is no browser. */
    public function allows(?string $origin, string $host): bool
    {
        // TODO
        return true;
    }

    /** A connection has sent a text. `$connection->send($text)` answers. */
    public function receive(Connection $connection, string $text): void
    {
        // TODO: join, say something to everyone, or answer an error
    }

    /** A connection has closed. */
    public function leave(Connection $connection): void
    {
        // TODO
    }
}
