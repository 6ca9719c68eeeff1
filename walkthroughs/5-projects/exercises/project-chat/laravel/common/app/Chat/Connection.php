<?php

namespace App\Chat;

/** One connection: HTTP at first, then messages in the frames of RFC 6455. */
final class Connection
{
    private const LONGEST_HEAD = 8_192;
    private const LONGEST_MESSAGE = 10_000;
    /** Bytes that may wait for somebody who reads slowly. */
    private const LONGEST_WAITING = 1_000_000;

    private const CONTINUATION = 0x0;
    private const TEXT = 0x1;
    private const CLOSE = 0x8;
    private const PING = 0x9;
    private const PONG = 0xA;
    private const LAST_PART = 0x80;
    private const MASKED = 0x80;

    private const PROTOCOL_ERROR = 1002;
    private const NOT_TEXT = 1003;
    private const NOT_UTF8 = 1007;
    private const TOO_LONG = 1009;

    private string $in = '';
    private string $out = '';
    /** The parts of a message that has not come to its end; null between messages. */
    private ?string $parts = null;
    private bool $isWebSocket = false;
    /** Nothing is read any more; what waits is still written. */
    private bool $isEnding = false;
    private bool $isGone = false;

    /** @param resource $stream */
    public function __construct(public readonly mixed $stream)
    {
    }

    /** Sends a text to the other side. */
    public function send(string $text): void
    {
        if (!$this->isEnding) {
            $this->sendFrame(self::TEXT, $text);
        }
    }

    public function read(): void
    {
        $bytes = fread($this->stream, 65_536);
        if ($bytes === false || ($bytes === '' && feof($this->stream))) {
            $this->isGone = true;
        } elseif (!$this->isEnding) {
            $this->in .= $bytes;
        }
    }

    public function write(): void
    {
        // A connection that broke gives a notice, too.
        $count = @fwrite($this->stream, $this->out);
        if ($count === false) {
            $this->isGone = true;
        } else {
            $this->out = substr($this->out, $count);
        }
    }

    public function hasToWrite(): bool
    {
        return $this->out !== '';
    }

    public function hasEnded(): bool
    {
        return $this->isGone || ($this->isEnding && $this->out === '');
    }

    public function close(): void
    {
        fclose($this->stream);
    }

    /** The HTTP request, when all of its head is there. */
    public function takeRequest(): ?Request
    {
        if ($this->isWebSocket || $this->isEnding) {
            return null;
        }
        $end = strpos($this->in, "\r\n\r\n");
        if ($end === false) {
            $this->isGone = $this->isGone || strlen($this->in) > self::LONGEST_HEAD;
            return null;
        }
        $request = Request::parse(substr($this->in, 0, $end));
        $this->in = substr($this->in, $end + 4);
        return $request;
    }

    /** Answers an HTTP request, and ends the connection. */
    public function answer(string $status, string $page): void
    {
        $length = strlen($page);
        $this->out .= "HTTP/1.1 $status\r\nContent-Type: text/html; charset=utf-8\r\n"
            . "Content-Length: $length\r\nConnection: close\r\n\r\n$page";
        $this->isEnding = true;
    }

    public function becomeWebSocket(string $key): void
    {
        // RFC 6455 names this hash: it shows that the server knows WebSockets, and keeps no secret.
        $accept = base64_encode(sha1($key . '258EAFA5-E914-47DA-95CA-C5AB0DC85B11', true));
        $this->out .= "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            . "Sec-WebSocket-Accept: $accept\r\n\r\n";
        $this->isWebSocket = true;
    }

    /**
     * The messages that are complete.
     *
     * @return list<string>
     */
    public function takeTexts(): array
    {
        $texts = [];
        while ($this->isWebSocket && !$this->isEnding && ($frame = $this->takeFrame()) !== null) {
            $text = $this->receiveFrame(...$frame);
            if ($text !== null) {
                $texts[] = $text;
            }
        }
        return $texts;
    }

    /** @return array{int, bool, string}|null the kind of the frame, whether it is the last part, its content */
    private function takeFrame(): ?array
    {
        if (strlen($this->in) < 2) {
            return null;
        }
        $first = ord($this->in[0]);
        $second = ord($this->in[1]);
        $length = $second & 0x7F;
        $start = match ($length) {
            126 => 4,
            127 => 10,
            default => 2,
        };
        if (strlen($this->in) < $start) {
            return null;
        }
        if ($start > 2) {
            $length = unpack($start === 4 ? 'n' : 'J', $this->in, 2)[1];
        }
        if (($second & self::MASKED) === 0 || ($first & 0x70) !== 0) {
            return $this->end(self::PROTOCOL_ERROR);
        }
        if ($length < 0 || $length > self::LONGEST_MESSAGE) {
            return $this->end(self::TOO_LONG);
        }
        if (strlen($this->in) < $start + 4 + $length) {
            return null;
        }
        $mask = str_repeat(substr($this->in, $start, 4), intdiv($length, 4) + 1);
        $content = substr($this->in, $start + 4, $length) ^ $mask;
        $this->in = substr($this->in, $start + 4 + $length);
        return [$first & 0x0F, ($first & self::LAST_PART) !== 0, $content];
    }

    private function receiveFrame(int $kind, bool $isLast, string $content): ?string
    {
        if ($kind === self::PING) {
            $this->sendFrame(self::PONG, $content);
            return null;
        }
        if ($kind === self::PONG) {
            return null;
        }
        if ($kind === self::CLOSE) {
            $this->sendFrame(self::CLOSE, substr($content, 0, 2));
            $this->isEnding = true;
            return null;
        }
        return $this->receivePart($kind, $isLast, $content);
    }

    private function receivePart(int $kind, bool $isLast, string $content): ?string
    {
        if ($kind !== self::TEXT && $kind !== self::CONTINUATION) {
            return $this->end(self::NOT_TEXT);
        }
        if (($kind === self::TEXT) !== ($this->parts === null)) {
            return $this->end(self::PROTOCOL_ERROR);
        }
        $this->parts .= $content;
        if (strlen($this->parts) > self::LONGEST_MESSAGE) {
            return $this->end(self::TOO_LONG);
        }
        if (!$isLast) {
            return null;
        }
        $text = $this->parts;
        $this->parts = null;
        return mb_check_encoding($text, 'UTF-8') ? $text : $this->end(self::NOT_UTF8);
    }

    private function end(int $code): mixed
    {
        $this->sendFrame(self::CLOSE, pack('n', $code));
        $this->isEnding = true;
        return null;
    }

    private function sendFrame(int $kind, string $content): void
    {
        $length = strlen($content);
        $size = match (true) {
            $length < 126 => chr($length),
            $length < 65_536 => chr(126) . pack('n', $length),
            default => chr(127) . pack('J', $length),
        };
        $this->out .= chr(self::LAST_PART | $kind) . $size . $content;
        if (strlen($this->out) > self::LONGEST_WAITING) {
            $this->isGone = true;
        }
    }
}
