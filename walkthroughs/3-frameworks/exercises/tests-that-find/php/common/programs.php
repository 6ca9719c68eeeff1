<?php

// What several people wrote: grams and cents to a price in cents. Not all of it is right.
$programs = [
    'amber' => function (int $grams, int $cents): int {
        if ($grams > 10000) {
            return 1590;
        }
        if ($cents >= 5000) {
            return 0;
        }
        if ($grams > 2000) {
            return 890;
        }

        return 490;
    },
    'birch' => function (int $grams, int $cents): int {
        $step = ($grams > 2000 ? 1 : 0) + ($grams > 10000 ? 1 : 0);

        return $step < 2 && $cents >= 5000 ? 0 : [490, 890, 1590][$step];
    },
    'cedar' => function (int $grams, int $cents): int {
        if ($grams > 10000) {
            return 1590;
        }
        if ($cents >= 5000) {
            return 0;
        }
        if ($grams >= 2000) {
            return 890;
        }

        return 490;
    },
    'dune' => function (int $grams, int $cents): int {
        if ($grams >= 10000) {
            return 1590;
        }
        if ($cents >= 5000) {
            return 0;
        }
        if ($grams > 2000) {
            return 890;
        }

        return 490;
    },
    'elm' => function (int $grams, int $cents): int {
        if ($grams > 10000) {
            return 1590;
        }
        if ($cents > 5000) {
            return 0;
        }
        if ($grams > 2000) {
            return 890;
        }

        return 490;
    },
    'fern' => function (int $grams, int $cents): int {
        if ($cents >= 5000) {
            return 0;
        }
        if ($grams > 10000) {
            return 1590;
        }
        if ($grams > 2000) {
            return 890;
        }

        return 490;
    },
    'gale' => function (int $grams, int $cents): int {
        if ($cents >= 5000 && $grams <= 10000) {
            return 0;
        }
        if ($grams > 2000) {
            return 890;
        }

        return 490;
    },
    'hazel' => function (int $grams, int $cents): int {
        if ($grams > 10000) {
            return 1590;
        }
        if ($cents >= 5000) {
            return 0;
        }
        if (intdiv($grams, 1000) > 2) {
            return 890;
        }

        return 490;
    },
    'iris' => function (int $grams, int $cents): int {
        if ($grams > 10000) {
            return 1590;
        }
        if ($grams > 2000) {
            return 890;
        }
        if ($cents >= 5000) {
            return 0;
        }

        return 490;
    },
];
