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
        // TODO: read SHOP_NAME, PAGE_SIZE, SHOW_YEARS and SECRET_KEY, and check them.
        return new self('Library', 5, true, '');
    }
}
