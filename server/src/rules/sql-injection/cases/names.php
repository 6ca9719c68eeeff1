<?php
$pdo = new PDO('sqlite:shop.db');
$rows = $pdo->query("SELECT * FROM products ORDER BY {$_GET['sort']}"); // finds sql-injection
$rows = $pdo->query('SELECT * FROM products WHERE name = "' . $_GET['name'] . '" ORDER BY name ' . $_GET['direction']); // finds sql-injection
// No prepared form exists.
mysql_query("SELECT * FROM products WHERE name = '$_GET[name]'"); // finds sql-injection
$pdo->query($_GET['sql']); // finds sql-injection
