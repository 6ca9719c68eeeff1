<?php

// Each case: weight in grams, value of the goods in cents, the right price in cents.
$cases = [
    [1000, 1000, 490],
    [5000, 1000, 890],
    [15000, 1000, 1590],
    [1000, 9000, 0],
    [5000, 9000, 0],
    [15000, 9000, 1590],
    [2500, 1000, 890],
];
