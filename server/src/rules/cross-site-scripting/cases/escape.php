<!doctype html>
<form action="<?php echo $_SERVER['PHP_SELF']; // finds cross-site-scripting ?>">
<input name="q" value="<?= $_GET['q'] // finds cross-site-scripting ?>">
</form>
<?php
$name = $_GET['name'];
echo "<h1>Hello, $name</h1>"; // finds cross-site-scripting
echo "<p>{$_GET['a']}$name</p>"; // finds cross-site-scripting
echo "$name"; // finds cross-site-scripting
print('<p>' . $_POST['text'] . '</p>'); // finds cross-site-scripting
printf('<p title="%s">', $_GET['title']); // finds cross-site-scripting
// Escaping for HTML does not help in these places.
echo "<a href='$name'>on</a>"; // finds cross-site-scripting
echo "<script>var name = '$name';</script>"; // finds cross-site-scripting
