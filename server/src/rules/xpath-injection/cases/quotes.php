<?php
$users = simplexml_load_file('users.xml');
$name = str_replace("'", '', $_GET['name']);
$found = $users->xpath("//user[@name='$name']");
$doubled = str_replace("'", "''", $_GET['name']);
$found = $users->xpath("//user[@name='$doubled']"); // finds xpath-injection
