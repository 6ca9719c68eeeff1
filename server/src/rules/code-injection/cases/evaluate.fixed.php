<?php
assert((bool) $_GET['value']); // finds code-injection
$name = $_GET['name'];
if (!in_array($name, ['first', 'second'], true)) {
  http_response_code(400);
  exit('Unknown value');
}
eval("echo \$settings->" . $name . ";"); // finds code-injection
$sort = $_GET['sort'];
if (!in_array($sort, ['add', 'show'], true)) {
  http_response_code(400);
  exit('Unknown function');
}
usort($list, $sort); // finds code-injection
