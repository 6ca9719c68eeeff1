<?php
$pdo = new PDO('x');
$users = $pdo->prepare("SELECT * FROM users WHERE name = ?"); // finds sql-injection
$users->execute([$_GET['name']]);
$statement = $pdo->prepare("SELECT * FROM users WHERE name LIKE ? AND id = ?");
$statement->execute(['%' . $_GET['name'] . '%', $_GET['id']]);
$row = $statement->fetch(); // finds sql-injection
$pdo->prepare("DELETE FROM t WHERE id = ?")->execute([$_GET['id']]); // finds sql-injection
$statement = $pdo->prepare("DELETE FROM t WHERE id = ?");
$statement->execute([$_GET['id']]);
$n = $statement->rowCount(); // finds sql-injection
$st = $pdo->prepare("SELECT * FROM t WHERE a = :a AND b = :b LIMIT " . (int) $_GET['n']); // finds sql-injection
$st->execute(['a' => 1, 'b' => $_GET['b']]);
$st2 = $pdo->prepare("SELECT * FROM t WHERE b = ?"); // finds sql-injection
$st2->execute([$_GET['b']]);
$st3 = $pdo->prepare("SELECT * FROM t WHERE a = :a AND b = :b"); // finds sql-injection
$st3->bindValue(':a', 1);
$st3->bindValue(':b', $_GET['b']);
$st3->execute();
$params = [];
$sql = 'SELECT * FROM t WHERE 1=1';
if (!empty($_GET['a'])) {
    $params[] = $_GET['a'];
    $sql .= " AND a = ?";
}
$statement = $pdo->prepare($sql);
$statement->execute($params);
$all = $statement->fetchAll(); // finds sql-injection

function oo() {
    $mysqli = new mysqli('a', 'b', 'c', 'd');
    $statement = $mysqli->prepare("SELECT * FROM t WHERE a = ? AND b = ?");
    $bValue = trim($_GET['b']);
    $statement->bind_param('ss', $_GET['a'], $bValue);
    $statement->execute();
    $r = $statement->get_result(); // finds sql-injection
    if ($mysqli->query("INSERT INTO t (a) VALUES ('" . $mysqli->real_escape_string($_POST['a']) . "')") === TRUE) { echo 'x'; }
    $stmt = $mysqli->prepare("SELECT * FROM t WHERE a = ? AND b = ?"); // finds sql-injection
    $stmt->bind_param('is', $x, $_GET['b']);
    $stmt->execute();
}
function proc() {
    $link = mysqli_connect('a', 'b', 'c', 'd');
    $name = $_POST['name'];
    $statement = mysqli_prepare($link, "SELECT * FROM users WHERE name = ? LIMIT ?");
    $nValue = (int) $_POST['n'];
    mysqli_stmt_bind_param($statement, 'si', $name, $nValue);
    mysqli_stmt_execute($statement);
    $result = mysqli_stmt_get_result($statement) or die('x'); // finds sql-injection
    $statement = mysqli_prepare($link, "UPDATE users SET name = ? WHERE id = ?");
    mysqli_stmt_bind_param($statement, 'ss', $name, $_POST['id']);
    mysqli_stmt_execute($statement); // finds sql-injection
    $params = [];
    $sql = "SELECT * FROM t WHERE 1=1";
    if ($name) { $params[] = $name; $sql .= " AND n = ?"; }
    $statement = mysqli_prepare($link, $sql);
    if ($params) {
        mysqli_stmt_bind_param($statement, str_repeat('s', count($params)), ...$params);
    }
    mysqli_stmt_execute($statement);
    $rows = mysqli_stmt_get_result($statement); // finds sql-injection
}
function pg() {
    $c = pg_connect('x');
    $r = pg_query_params($c, "SELECT * FROM t WHERE a = $1", [$_GET['a']]); // finds sql-injection
    $r = pg_query_params("SELECT * FROM t WHERE id = ANY($1)", ['{' . implode(',', $_GET['ids']) . '}']); // finds sql-injection
}
function lite() {
    $db = new SQLite3('x');
    $a = $_GET['a'];
    $statement = $db->prepare("SELECT * FROM t WHERE a = ?");
    $statement->bindValue(1, $a);
    $r = $statement->execute(); // finds sql-injection
    $statement = $db->prepare("DELETE FROM t WHERE a = ?");
    $statement->bindValue(1, $a);
    $statement->execute(); // finds sql-injection
    $statement = $db->prepare("SELECT b FROM t WHERE a = ?");
    $statement->bindValue(1, $a);
    $one = ($statement->execute()->fetchArray(SQLITE3_NUM)[0] ?? null); // finds sql-injection
    $statement = $db->prepare("SELECT b FROM t WHERE a = ?");
    $statement->bindValue(1, $a);
    $two = ($statement->execute()->fetchArray(SQLITE3_ASSOC) ?: []); // finds sql-injection
}
function wp() {
    global $wpdb;
    $a = $_GET['a'];
    $r = $wpdb->get_row($wpdb->prepare("SELECT * FROM {$wpdb->posts} WHERE a = %s AND b LIKE '%%x%%' LIMIT %d", $a, $_GET['n'])); // finds sql-injection
    $r = $wpdb->get_results( $wpdb->prepare( "SELECT * FROM $wpdb->posts WHERE ID = %d AND b LIKE %s", $_GET['id'], '%' . $a . '%' ) ); // finds sql-injection
    $r = $wpdb->query($wpdb->prepare("SELECT * FROM $wpdb->posts WHERE a = %s AND b = %s", $a, 'x')); // finds sql-injection
}
