<?php
$zip = new ZipArchive();
$zip->open('upload.zip');
for ($i = 0; $i < $zip->numFiles; $i++) {
    $name = $zip->getNameIndex($i);
    file_put_contents('uploads/' . $name, $zip->getFromIndex($i)); // finds zip-slip
}
