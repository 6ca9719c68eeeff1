<?php
session_start();
$_SESSION['plan'] = $_POST['plan']; // finds trust-boundary (warning)
