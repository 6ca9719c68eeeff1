<?php
$xml = simplexml_load_string($_POST['xml'], 'SimpleXMLElement', 0); // finds xml-external-entities
$document = new DOMDocument();
$document->loadXML($_POST['xml'], LIBXML_NONET); // finds xml-external-entities
