<?php
$name = $_GET['name'];
readfile('/srv/files/' . basename($name)); // finds path-traversal
readfile("/srv/files/" . basename($name) . ".txt"); // finds path-traversal
readfile("/srv/files/" . basename($_GET['f'])); // finds path-traversal
$file = __DIR__ . '/' . basename($_GET['f']);
echo file_get_contents($file); // finds path-traversal
$page = $_GET['page'];
if (!in_array($page, ['home', 'about'], true)) {
  http_response_code(400);
  exit('Unknown page');
}
include('pages/' . $page . '.php'); // finds path-traversal
if (!in_array($name, ['home', 'about'], true)) {
  http_response_code(400);
  exit('Unknown page');
}
include $name; // finds path-traversal
unlink($name); // finds path-traversal
