<?php
$name = $_GET['name'];
if (!in_array($name, ['show', 'list'], true)) {
  http_response_code(400);
  exit('Unknown name');
}
$name(); // finds unsafe-reflection
$class = $_GET['class'];
if (!in_array($class, ['Report', 'Invoice'], true)) {
  http_response_code(400);
  exit('Unknown name');
}
$object = new $class(); // finds unsafe-reflection (warning)
