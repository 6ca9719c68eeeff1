<!doctype html>
<form action="<?php echo htmlspecialchars($_SERVER['PHP_SELF'], ENT_QUOTES, 'UTF-8'); // finds cross-site-scripting ?>">
<input name="q" value="<?= htmlspecialchars($_GET['q'], ENT_QUOTES, 'UTF-8') // finds cross-site-scripting ?>">
</form>
<?php
$name = $_GET['name'];
echo "<h1>Hello, " . htmlspecialchars($name, ENT_QUOTES, 'UTF-8') . "</h1>"; // finds cross-site-scripting
echo "<p>" . htmlspecialchars($_GET['a'], ENT_QUOTES, 'UTF-8') . htmlspecialchars($name, ENT_QUOTES, 'UTF-8') . "</p>"; // finds cross-site-scripting
echo htmlspecialchars($name, ENT_QUOTES, 'UTF-8'); // finds cross-site-scripting
print('<p>' . htmlspecialchars($_POST['text'], ENT_QUOTES, 'UTF-8') . '</p>'); // finds cross-site-scripting
printf('<p title="%s">', htmlspecialchars($_GET['title'], ENT_QUOTES, 'UTF-8')); // finds cross-site-scripting
// Escaping for HTML does not help in these places.
echo "<a href='" . htmlspecialchars(preg_match('~^(?:https?:/)?/~i', $name) ? $name : '#', ENT_QUOTES, 'UTF-8') . "'>on</a>"; // finds cross-site-scripting
echo "<script>var name = '$name';</script>"; // finds cross-site-scripting
