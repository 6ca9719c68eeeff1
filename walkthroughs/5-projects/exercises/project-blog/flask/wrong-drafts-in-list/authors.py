"""Authors sign up and log in."""

from flask import Blueprint, abort, jsonify, session
from werkzeug.security import check_password_hash, generate_password_hash

from database import open_db
from fields import read_body, read_text
from throttle import forget_attempts, may_try

authors = Blueprint("authors", __name__)

# Compared when there is no such author, so that the answer takes as long as with one.
NOBODYS_HASH = generate_password_hash("nobody")


def current_author():
    """The id of the author who is logged in, or None."""
    return session.get("author_id")


def require_author():
    author_id = current_author()
    if author_id is None:
        abort(401, "This is for authors who are logged in.")
    return author_id


def find_author(name, password):
    """The author with this name, when the password fits."""
    query = "SELECT id, name, password_hash FROM authors WHERE name = ?"
    author = open_db().execute(query, (name,)).fetchone()
    stored = NOBODYS_HASH if author is None else author["password_hash"]
    return author if check_password_hash(stored, password) else None


@authors.post("/authors")
def sign_up():
    body = read_body()
    name = read_text(body, "name", 50)
    password = read_text(body, "password", 200)
    if len(password) < 10:
        abort(400, "A password has at least 10 characters.")
    insert = """
        INSERT INTO authors (name, password_hash) VALUES (?, ?) ON CONFLICT (name) DO NOTHING
    """
    if open_db().execute(insert, (name, generate_password_hash(password))).rowcount == 0:
        abort(409, "This name is taken.")
    return jsonify(name=name), 201


@authors.post("/login")
def log_in():
    body = read_body()
    name, password = read_text(body, "name", 50), read_text(body, "password", 200)
    if not may_try(name):
        abort(429, "Too many attempts. Wait a quarter of an hour.")
    author = find_author(name, password)
    if author is None:
        abort(401, "The name or the password is wrong.")
    forget_attempts(name)
    session.clear()
    session["author_id"] = author["id"]
    return jsonify(name=author["name"])
