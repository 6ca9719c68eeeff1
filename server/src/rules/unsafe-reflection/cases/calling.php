<?php
$name = $_GET['name'];
$name(); // finds unsafe-reflection
$class = $_GET['class'];
$object = new $class(); // finds unsafe-reflection (warning)
