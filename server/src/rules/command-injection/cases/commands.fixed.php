<?php
$host = $_GET['host'];
system("ping -c 2 " . escapeshellarg($host)); // finds command-injection
exec('ls -la -- ' . escapeshellarg($_GET['dir']), $lines); // finds command-injection
echo shell_exec("grep " . escapeshellarg($host) . " words.txt | head -3"); // finds command-injection
$safeName = escapeshellarg($_GET['name']);
echo `nslookup {$safeName}`; // finds command-injection
passthru("du -sh -- " . escapeshellarg($_GET['dir'])); // finds command-injection
$command = $_POST['command'];
if (!in_array($command, ['status', 'version'], true)) {
  http_response_code(400);
  exit('Unknown command');
}
system($command); // finds command-injection
