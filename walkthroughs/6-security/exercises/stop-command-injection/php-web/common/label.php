<?php
// Prints a name in a frame: php label.php NAME
$name = $argv[1] ?? '';
$line = '+' . str_repeat('-', strlen($name) + 2) . '+';
echo "$line\n| $name |\n$line\n";
