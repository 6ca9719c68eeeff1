<?php
$pdo = new PDO('sqlite:shop.db');
$column = in_array($_GET['sort'], ['id', 'name'], true) ? $_GET['sort'] : 'id';
$rows = $pdo->query("SELECT * FROM products ORDER BY {$column}"); // finds sql-injection
$directionName = strtolower($_GET['direction']) === 'desc' ? 'DESC' : 'ASC';
$rows = $pdo->prepare('SELECT * FROM products WHERE name = ? ORDER BY name ' . $directionName); // finds sql-injection
$rows->execute([$_GET['name']]);
// No prepared form exists.
mysql_query("SELECT * FROM products WHERE name = '$_GET[name]'"); // finds sql-injection
$pdo->query($_GET['sql']); // finds sql-injection
