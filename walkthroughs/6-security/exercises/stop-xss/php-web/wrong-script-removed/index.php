<?php
// To run it: php server.php

$file = 'entries.json';
$entries = [['name' => 'Ada', 'text' => 'A friendly place.']];
if (is_file($file)) {
    $entries = json_decode(file_get_contents($file), true);
}

if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    $entries[] = ['name' => $_POST['name'] ?? '', 'text' => $_POST['text'] ?? ''];
    file_put_contents($file, json_encode($entries));
    header('Location: /', true, 303);
    exit;
}

$q = $_GET['q'] ?? '';
$shown = array_filter($entries, fn (array $entry) => str_contains($entry['text'], $q));

function escape(string $text): string
{
    return str_replace(['<script>', '</script>'], '', $text);
}
?>
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Guest book</title></head>
<body>
<h1>Guest book</h1>
<form action="/"><input name="q" value="<?= escape($q) ?>"> <button>Search</button></form>
<ul>
<?php foreach ($shown as $entry): ?>
<li><b><?= escape($entry['name']) ?></b> wrote: <?= escape($entry['text']) ?></li>
<?php endforeach ?>
</ul>
<form action="/entries" method="post">
<label>Name <input name="name"></label>
<label>Text <input name="text"></label>
<button>Send</button>
</form>
</body>
</html>
