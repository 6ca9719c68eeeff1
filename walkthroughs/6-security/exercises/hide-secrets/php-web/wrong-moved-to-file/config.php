<?php
$signingKey = '8f2Kq0ZrT5vXw1LmB7nC';
