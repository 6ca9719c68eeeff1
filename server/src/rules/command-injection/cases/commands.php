<?php
$host = $_GET['host'];
system("ping -c 2 $host"); // finds command-injection
exec('ls -la ' . $_GET['dir'], $lines); // finds command-injection
echo shell_exec("grep \"$host\" words.txt | head -3"); // finds command-injection
echo `nslookup {$_GET['name']}`; // finds command-injection
passthru("du -sh '" . $_GET['dir'] . "'"); // finds command-injection
system($_POST['command']); // finds command-injection
