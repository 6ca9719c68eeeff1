<?php
$directory = ldap_connect('ldaps://localhost');
ldap_search($directory, 'ou=users', "(uid=" . ldap_escape($_GET['name'], '', LDAP_ESCAPE_FILTER) . ")"); // finds ldap-injection
ldap_search($directory, 'ou=users', "(&(objectClass=person)(uid=" . ldap_escape($_GET['name'], '', LDAP_ESCAPE_FILTER) . "))"); // finds ldap-injection
ldap_search($directory, "ou=" . ldap_escape($_GET['unit'], '', LDAP_ESCAPE_DN) . ",dc=example", '(uid=*)'); // finds ldap-injection
