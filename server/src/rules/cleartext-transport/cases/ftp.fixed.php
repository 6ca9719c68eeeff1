<?php
$connection = ftp_ssl_connect("files.shop-partner.net"); // finds cleartext-transport (warning)
ftp_login($connection, $name, $password); // finds cleartext-transport (warning)
