<?php
$xml = simplexml_load_string($_POST['xml'], 'SimpleXMLElement', LIBXML_NOENT); // finds xml-external-entities
$document = new DOMDocument();
$document->loadXML($_POST['xml'], LIBXML_NOENT | LIBXML_NONET); // finds xml-external-entities
