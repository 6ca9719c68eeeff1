<?php

namespace App\Chat;

use SplObjectStorage;

/** The chat room. The server calls it for one event after the other. */
final class Room
{
    private const LONGEST_NAME = 20;
    private const LONGEST_TEXT = 500;
    private const KEPT_MESSAGES = 20;

    /** The connections that have joined, each with its name. */
    private SplObjectStorage $names;

    /** The oldest message first. */
    private array $history = [];

    public function __construct()
    {
        $this->names = new SplObjectStorage();
    }

    /** The page for GET /. */
    public function page(): string
    {
        return file_get_contents(dirname(__DIR__, 2) . '/chat.html');
    }

    /** Whether a connection is taken. The origin is null for a program that is no browser. */
    public function allows(?string $origin, string $host): bool
    {
        return true;
    }

    /** A connection has sent a text. `$connection->send($text)` answers. */
    public function receive(Connection $connection, string $text): void
    {
        $message = json_decode($text, true);
        match (is_array($message) ? $message['type'] ?? null : null) {
            'join' => $this->join($connection, $message['name'] ?? null),
            'message' => $this->say($connection, $message['text'] ?? null),
            default => $this->refuse($connection, 'Send an object of the type join or message.'),
        };
    }

    /** A connection has closed. */
    public function leave(Connection $connection): void
    {
        if (isset($this->names[$connection])) {
            $name = $this->names[$connection];
            unset($this->names[$connection]);
            $this->sendToAll(['type' => 'left', 'name' => $name]);
        }
    }

    private function join(Connection $connection, mixed $sent): void
    {
        $name = is_string($sent) ? trim($sent) : '';
        if (isset($this->names[$connection])) {
            $this->refuse($connection, 'You have joined already.');
        } elseif ($name === '' || mb_strlen($name) > self::LONGEST_NAME) {
            $this->refuse($connection, 'A name has 1 to ' . self::LONGEST_NAME . ' characters.');
        } elseif ($this->isTaken($name)) {
            $this->refuse($connection, 'This name is taken.');
        } else {
            $this->names[$connection] = $name;
            $this->send($connection, ['type' => 'history', 'messages' => $this->history]);
            $this->sendToAll(['type' => 'joined', 'name' => $name]);
        }
    }

    private function say(Connection $connection, mixed $text): void
    {
        if (!isset($this->names[$connection])) {
            $this->refuse($connection, 'Join first.');
        } elseif (!is_string($text) || trim($text) === '' || mb_strlen($text) > self::LONGEST_TEXT) {
            $this->refuse($connection, 'A text has 1 to ' . self::LONGEST_TEXT . ' characters.');
        } else {
            $said = ['name' => $this->names[$connection], 'text' => $text];
            $this->history = array_slice([...$this->history, $said], -self::KEPT_MESSAGES);
            $this->sendToAll(['type' => 'message', ...$said]);
        }
    }

    private function isTaken(string $name): bool
    {
        foreach ($this->names as $member) {
            if ($this->names[$member] === $name) {
                return true;
            }
        }
        return false;
    }

    private function refuse(Connection $connection, string $reason): void
    {
        $this->send($connection, ['type' => 'error', 'reason' => $reason]);
    }

    private function sendToAll(array $message): void
    {
        foreach ($this->names as $member) {
            $this->send($member, $message);
        }
    }

    private function send(Connection $connection, array $message): void
    {
        $connection->send(json_encode($message, JSON_THROW_ON_ERROR));
    }
}
