<?php

const PARTNERS = [')' => '(', ']' => '[', '}' => '{'];

function check(string $text): string
{
    // TODO: keep the open brackets on a stack. PARTNERS[')'] is '('.
    return 'ok';
}

foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $line) {
    echo check($line) . "\n";
}
