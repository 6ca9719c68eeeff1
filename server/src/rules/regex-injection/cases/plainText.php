<?php
$name = $_GET['name'];
echo json_encode(preg_grep("/^$name/", $names)); // finds regex-injection (warning)
echo json_encode(preg_grep('~^' . $name . '~', $names)); // finds regex-injection (warning)
