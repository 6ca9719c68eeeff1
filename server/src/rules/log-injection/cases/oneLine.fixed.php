<?php
error_log('search for ' . str_replace(["\r", "\n"], ' ', $_GET['q'])); // finds log-injection (hint)
error_log("search for " . str_replace(["\r", "\n"], ' ', $_GET['q'])); // finds log-injection (hint)
