<?php
$order = unserialize($_COOKIE['order']); // finds unsafe-deserialization
echo count($order);
