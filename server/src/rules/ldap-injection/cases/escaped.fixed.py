import ldap3
from ldap3.utils.conv import escape_filter_chars
from ldap3.utils.dn import escape_rdn
from flask import Flask, request

app = Flask(__name__)


@app.get('/users')
def users():
    name = request.args['name']
    directory = ldap3.Connection('ldaps://localhost')
    directory.search('ou=users', f'(&(objectClass=person)(uid={escape_filter_chars(name)}))')  # finds ldap-injection
    directory.search(f'uid={escape_rdn(name)},ou=users', '(objectClass=person)')  # finds ldap-injection
    return ''
