<?php
$pdo = new PDO('sqlite:shop.db');
$sortColumn = in_array($_GET['sort'], ['id', 'name'], true) ? $_GET['sort'] : 'id';
$rows = $pdo->query("SELECT * FROM products ORDER BY {$sortColumn}"); // finds sql-injection
$allowedDirection = strtolower($_GET['direction']) === 'desc' ? 'DESC' : 'ASC';
$rows = $pdo->prepare('SELECT * FROM products WHERE name = ? ORDER BY name ' . $allowedDirection); // finds sql-injection
$rows->execute([$_GET['name']]);
// No prepared form exists.
mysql_query("SELECT * FROM products WHERE name = '$_GET[name]'"); // finds sql-injection
$pdo->query($_GET['sql']); // finds sql-injection
