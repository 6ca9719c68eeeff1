<?php

// Each case: weight in grams, value of the goods in cents, the right price in cents.
$cases = [
    [2000, 1000, 490],
    [2001, 1000, 890],
    [10000, 1000, 890],
    [10001, 1000, 1590],
    [1000, 4999, 490],
    [1000, 5000, 490],
    [10001, 5000, 1590],
    [5000, 5000, 0],
    [2500, 1000, 890],
];
