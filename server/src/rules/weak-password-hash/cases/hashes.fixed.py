import hashlib

from flask import request
from werkzeug.security import generate_password_hash


def register(users):
    users.add(request.form["name"], generate_password_hash(request.form["password"]))  # finds weak-password-hash
