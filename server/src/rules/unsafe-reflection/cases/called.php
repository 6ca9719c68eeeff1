<?php
$name = $_GET['name'];
$name('x'); // finds unsafe-reflection
$_GET['name']('y'); // finds unsafe-reflection

$known = ['up' => 'strtoupper', 'down' => 'strtolower'];
echo $known['up']('a');

function each_one(callable $callback, array $list)
{
    foreach ($list as $one) {
        $callback($one);
    }
}
