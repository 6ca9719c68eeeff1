<?php
$pdo = new PDO('x');
$users = $pdo->query("SELECT * FROM users WHERE name = '{$_GET['name']}'"); // finds sql-injection
$row = $pdo->query("SELECT * FROM users WHERE name LIKE '%$_GET[name]%' AND id = " . $_GET['id'])->fetch(); // finds sql-injection
$pdo->exec("DELETE FROM t WHERE id = " . $_GET['id']); // finds sql-injection
$n = $pdo->exec("DELETE FROM t WHERE id = " . $_GET['id']); // finds sql-injection
$st = $pdo->prepare("SELECT * FROM t WHERE a = :a AND b = '" . $_GET['b'] . "' LIMIT " . $_GET['n']); // finds sql-injection
$st->execute(['a' => 1]);
$st2 = $pdo->prepare(sprintf("SELECT * FROM t WHERE b = '%s'", $_GET['b'])); // finds sql-injection
$st2->execute();
$st3 = $pdo->prepare("SELECT * FROM t WHERE a = :a AND b = '" . $_GET['b'] . "'"); // finds sql-injection
$st3->bindValue(':a', 1);
$st3->execute();
$sql = 'SELECT * FROM t WHERE 1=1';
if (!empty($_GET['a'])) {
    $sql .= " AND a = '" . $_GET['a'] . "'";
}
$all = $pdo->query($sql)->fetchAll(); // finds sql-injection

function oo() {
    $mysqli = new mysqli('a', 'b', 'c', 'd');
    $r = $mysqli->query("SELECT * FROM t WHERE a = '" . $_GET['a'] . "' AND b = '" . trim($_GET['b']) . "'"); // finds sql-injection
    if ($mysqli->query("INSERT INTO t (a) VALUES ('" . $mysqli->real_escape_string($_POST['a']) . "')") === TRUE) { echo 'x'; }
    $stmt = $mysqli->prepare("SELECT * FROM t WHERE a = ? AND b = '$_GET[b]'"); // finds sql-injection
    $stmt->bind_param('i', $x);
    $stmt->execute();
}
function proc() {
    $link = mysqli_connect('a', 'b', 'c', 'd');
    $name = $_POST['name'];
    $result = mysqli_query($link, "SELECT * FROM users WHERE name = '$name' LIMIT $_POST[n]") or die('x'); // finds sql-injection
    mysqli_query($link, "UPDATE users SET name = '$name' WHERE id = $_POST[id]"); // finds sql-injection
    $sql = "SELECT * FROM t WHERE 1=1";
    if ($name) $sql .= " AND n = '$name'";
    $rows = mysqli_query($link, $sql); // finds sql-injection
}
function pg() {
    $c = pg_connect('x');
    $r = pg_query($c, "SELECT * FROM t WHERE a = '" . $_GET['a'] . "'"); // finds sql-injection
    $r = pg_query("SELECT * FROM t WHERE id IN (" . implode(',', $_GET['ids']) . ")"); // finds sql-injection
}
function lite() {
    $db = new SQLite3('x');
    $a = $_GET['a'];
    $r = $db->query("SELECT * FROM t WHERE a = '$a'"); // finds sql-injection
    $db->exec("DELETE FROM t WHERE a = '$a'"); // finds sql-injection
    $one = $db->querySingle("SELECT b FROM t WHERE a = '$a'"); // finds sql-injection
    $two = $db->querySingle("SELECT b FROM t WHERE a = '$a'", true); // finds sql-injection
}
function wp() {
    global $wpdb;
    $a = $_GET['a'];
    $r = $wpdb->get_row("SELECT * FROM {$wpdb->posts} WHERE a = '$a' AND b LIKE '%x%' LIMIT " . $_GET['n']); // finds sql-injection
    $r = $wpdb->get_results( "SELECT * FROM $wpdb->posts WHERE ID = $_GET[id] AND b LIKE '%$a%'" ); // finds sql-injection
    $r = $wpdb->query($wpdb->prepare("SELECT * FROM $wpdb->posts WHERE a = '$a' AND b = %s", 'x')); // finds sql-injection
}
