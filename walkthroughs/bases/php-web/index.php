<?php

// Answers every address of this site.
header('Content-Type: text/plain; charset=utf-8');
echo 'Hello';
