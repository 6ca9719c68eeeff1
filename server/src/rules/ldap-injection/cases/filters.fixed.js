const express = require('express');
const ldap = require('ldapjs');

const app = express();
const client = ldap.createClient({ url: 'ldaps://localhost' });

app.get('/users', (req, res) => {
  client.search('ou=users', { filter: new ldap.EqualityFilter({ attribute: 'uid', value: req.query.name }), scope: 'sub' }, () => res.end()); // finds ldap-injection
  const options = { filter: new ldap.AndFilter({ filters: [new ldap.EqualityFilter({ attribute: 'objectClass', value: 'person' }), new ldap.NotFilter({ filter: new ldap.PresenceFilter({ attribute: 'mail' }) }), new ldap.EqualityFilter({ attribute: 'uid', value: req.query.name })] }) };
  client.search('ou=users', options, () => res.end()); // finds ldap-injection
  client.search('ou=users', { filter: `(${req.query.field}=x)` }, () => res.end()); // finds ldap-injection
});
