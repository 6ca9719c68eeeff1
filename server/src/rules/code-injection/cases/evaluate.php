<?php
assert($_GET['value']); // finds code-injection
$name = $_GET['name'];
eval("echo \$settings->" . $name . ";"); // finds code-injection
usort($list, $_GET['sort']); // finds code-injection
