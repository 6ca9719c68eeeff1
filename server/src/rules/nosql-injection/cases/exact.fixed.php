<?php
$users = (new MongoDB\Client())->shop->users;
$users->findOne(['name' => ['$eq' => $_POST['name']], 'password' => ['$eq' => $_POST['password']]]); // finds nosql-injection (warning)
