<?php
$order = unserialize($_COOKIE['order'], ['allowed_classes' => false]); // finds unsafe-deserialization
echo count($order);
