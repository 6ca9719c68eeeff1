<?php
$name = basename($_FILES['file']['name']);
move_uploaded_file($_FILES['file']['tmp_name'], 'uploads/' . $name); // finds unrestricted-upload (warning)
