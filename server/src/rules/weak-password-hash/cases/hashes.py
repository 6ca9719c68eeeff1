import hashlib

from flask import request


def register(users):
    users.add(request.form["name"], hashlib.sha256(request.form["password"].encode()).hexdigest())  # finds weak-password-hash
