import hashlib

from flask import request
import bcrypt


def register(users):
    users.add(request.form["name"], bcrypt.hashpw(request.form["password"].encode(), bcrypt.gensalt(rounds=12)).decode())  # finds weak-password-hash
