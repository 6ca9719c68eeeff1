<?php
session_start();
$plan = $_POST['plan'];
if (!in_array($plan, ['small', 'large'], true)) {
  http_response_code(400);
  exit('Unknown value');
}
$_SESSION['plan'] = $plan; // finds trust-boundary (warning)
