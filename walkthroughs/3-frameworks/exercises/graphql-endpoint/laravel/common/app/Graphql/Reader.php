<?php

namespace App\Graphql;

/** Reads names, values and signs of a GraphQL text from left to right. */
class Reader
{
    public const NAME = '/^[A-Za-z_]\w*$/D';
    private const TOKEN = '/\G(?:[\s,]|#[^\n]*)*+([A-Za-z_]\w*|\$[A-Za-z_]\w*|-?\d+(?:\.\d+)?|"(?:[^"\\\\]|\\\\.)*+"|[{}()\[\]:!=])/';
    private const IGNORED = '/\G(?:[\s,]|#[^\n]*)*+$/D';

    /** @var list<string> */
    private array $tokens = [];

    public function __construct(string $text)
    {
        if (strlen($text) > 20_000) {
            throw new Wrong('The query is too long.');
        }
        for ($at = 0; preg_match(self::IGNORED, $text, $match, 0, $at) !== 1; $at += strlen($match[0])) {
            if (preg_match(self::TOKEN, $text, $match, 0, $at) !== 1) {
                throw new Wrong('Unexpected sign in the query.');
            }
            $this->tokens[] = $match[1];
        }
    }

    public function peek(): ?string
    {
        return $this->tokens[0] ?? null;
    }

    public function take(string $pattern = '/./'): string
    {
        if ($this->tokens === [] || preg_match($pattern, $this->tokens[0]) !== 1) {
            throw new Wrong('Unexpected ' . ($this->peek() ?? 'end of the text') . '.');
        }
        return array_shift($this->tokens);
    }

    public function skip(string $token): bool
    {
        if ($this->peek() !== $token) {
            return false;
        }
        array_shift($this->tokens);
        return true;
    }

    public function list(string $from, string $to, callable $item): array
    {
        $this->take('/^' . preg_quote($from, '/') . '$/D');
        $items = [];
        while (!$this->skip($to)) {
            $items[] = $item();
        }
        return $items;
    }
}
