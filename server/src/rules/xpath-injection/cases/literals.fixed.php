<?php
$users = simplexml_load_file('users.xml');
$found = $users->xpath("//user[@name=" . "concat('" . str_replace("'", "', \"'\", '", $_GET['name']) . "', '')" . "]"); // finds xpath-injection
$found = $users->xpath("//user[@name=" . "concat('" . str_replace("'", "', \"'\", '", $_GET['name']) . "', '')" . "]/age"); // finds xpath-injection
$found = $users->xpath($_GET['expression']); // finds xpath-injection
