<?php
$users = (new MongoDB\Client())->shop->users;
$users->findOne(['name' => $_POST['name'], 'password' => $_POST['password']]); // finds nosql-injection (warning)
