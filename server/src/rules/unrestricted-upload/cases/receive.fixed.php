<?php
$name = basename($_FILES['file']['name']);
if (!in_array(strtolower(pathinfo($name, PATHINFO_EXTENSION)), ['jpg', 'png', 'pdf'], true)) {
  http_response_code(400);
  exit('This type of file is not allowed');
}
move_uploaded_file($_FILES['file']['tmp_name'], 'uploads/' . $name); // finds unrestricted-upload (warning)
