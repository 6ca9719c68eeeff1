const express = require('express');
const ldap = require('ldapjs');

const app = express();
const client = ldap.createClient({ url: 'ldaps://localhost' });

app.get('/users', (req, res) => {
  client.search('ou=users', { filter: `(uid=${req.query.name})`, scope: 'sub' }, () => res.end()); // finds ldap-injection
  const options = { filter: '(&(objectClass=person)(!(mail=*))(uid=' + req.query.name + '))' };
  client.search('ou=users', options, () => res.end()); // finds ldap-injection
  client.search('ou=users', { filter: `(${req.query.field}=x)` }, () => res.end()); // finds ldap-injection
});
