<?php
$name = $_GET['name'];
readfile('/srv/files/' . $name); // finds path-traversal
readfile("/srv/files/$name.txt"); // finds path-traversal
readfile("/srv/files/{$_GET['f']}"); // finds path-traversal
$file = __DIR__ . '/' . $_GET['f'];
echo file_get_contents($file); // finds path-traversal
include('pages/' . $_GET['page'] . '.php'); // finds path-traversal
include $name; // finds path-traversal
unlink($name); // finds path-traversal
