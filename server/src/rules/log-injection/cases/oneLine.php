<?php
error_log('search for ' . $_GET['q']); // finds log-injection (hint)
error_log("search for {$_GET['q']}"); // finds log-injection (hint)
