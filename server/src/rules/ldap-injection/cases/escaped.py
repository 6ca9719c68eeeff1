import ldap3
from flask import Flask, request

app = Flask(__name__)


@app.get('/users')
def users():
    name = request.args['name']
    directory = ldap3.Connection('ldaps://localhost')
    directory.search('ou=users', f'(&(objectClass=person)(uid={name}))')  # finds ldap-injection
    directory.search(f'uid={name},ou=users', '(objectClass=person)')  # finds ldap-injection
    return ''
