<?php
function keep()
{
    $path = 'uploads/' . basename($_FILES['photo']['name']);
    move_uploaded_file($_FILES['photo']['tmp_name'], $path); // finds unrestricted-upload (warning)
}

function keepPicture()
{
    $ending = pathinfo($_FILES['photo']['name'], PATHINFO_EXTENSION);
    if (!in_array($ending, ['jpg', 'png'], true)) {
        return;
    }
    move_uploaded_file($_FILES['photo']['tmp_name'], 'uploads/' . basename($_FILES['photo']['name']));
}

function keepUnderOwnName()
{
    move_uploaded_file($_FILES['photo']['tmp_name'], 'uploads/' . bin2hex(random_bytes(16)) . '.jpg');
}
