<?php

namespace App;

use InvalidArgumentException;

/** What differs from one machine to another. */
class Settings
{
    public function __construct(
        public readonly string $name,
        public readonly int $pageSize,
        public readonly bool $showYears,
        public readonly string $secretKey,
    ) {
    }

    /**
     * Reads the settings from the environment.
     *
     * @throws InvalidArgumentException with the name of the variable, when a value is wrong
     */
    public static function read(array $environment): self
    {
        $secretKey = $environment['SECRET_KEY'] ?? '';
        $pageSize = $environment['PAGE_SIZE'] ?? '5';
        $showYears = $environment['SHOW_YEARS'] ?? 'true';

        if (strlen($secretKey) < 32) {
            throw new InvalidArgumentException('SECRET_KEY must be set, with at least 32 characters.');
        }
        if (preg_match('/^(?:[1-9]\d?|100)$/D', $pageSize) !== 1) {
            throw new InvalidArgumentException('PAGE_SIZE must be a whole number from 1 to 100.');
        }
        if (!in_array($showYears, ['true', 'false'], true)) {
            throw new InvalidArgumentException('SHOW_YEARS must be true or false.');
        }
        return new self($environment['SHOP_NAME'] ?? 'Library', (int) $pageSize, $showYears === 'true', $secretKey);
    }
}
