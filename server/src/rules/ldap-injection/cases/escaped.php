<?php
$directory = ldap_connect('ldaps://localhost');
ldap_search($directory, 'ou=users', "(uid=" . $_GET['name'] . ")"); // finds ldap-injection
ldap_search($directory, 'ou=users', "(&(objectClass=person)(uid=$_GET[name]))"); // finds ldap-injection
ldap_search($directory, "ou=$_GET[unit],dc=example", '(uid=*)'); // finds ldap-injection
