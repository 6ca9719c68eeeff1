"""Authors sign up and log in."""

from flask import Blueprint

authors = Blueprint("authors", __name__)

# TODO: POST /authors and POST /login. throttle.py stops who tries many passwords.

# TODO: a function that tells which author is logged in.
