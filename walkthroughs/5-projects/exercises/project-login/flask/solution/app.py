import os
import secrets
import sqlite3
import time
from pathlib import Path

from flask import Flask, g, jsonify, request, session
from werkzeug.exceptions import HTTPException
from werkzeug.security import check_password_hash, generate_password_hash

DATABASE = Path(__file__).with_name("shop.db")

app = Flask(__name__)
app.secret_key = os.environ.get("SESSION_SECRET") or secrets.token_hex(32)
# On a server with HTTPS, SESSION_COOKIE_SECURE=True, too.
app.config.update(SESSION_COOKIE_HTTPONLY=True, SESSION_COOKIE_SAMESITE="Lax")


def open_db():
    """The connection of this request."""
    if "db" not in g:
        g.db = sqlite3.connect(DATABASE, isolation_level=None)
        g.db.row_factory = sqlite3.Row
        g.db.execute("PRAGMA foreign_keys = ON")
    return g.db


@app.teardown_appcontext
def close_db(error):
    if "db" in g:
        g.db.close()


@app.errorhandler(HTTPException)
def answer_error(error):
    """What Flask refuses by itself, such as broken JSON, as JSON."""
    return jsonify(error=error.description), error.code


@app.errorhandler(UnicodeEncodeError)
def refuse_half_sign(error):
    """JSON can hold one half of a pair such as "\\ud83d\\ude00", which cannot be stored."""
    return jsonify(error="A text has a sign in it that is not complete."), 400


def make_tables():
    open_db().executescript("""
        CREATE TABLE IF NOT EXISTS accounts (
            id INTEGER PRIMARY KEY,
            email TEXT NOT NULL UNIQUE,
            password_hash TEXT NOT NULL
        );
        -- Flask keeps a session in the cookie. What is not in this table has ended all the same.
        CREATE TABLE IF NOT EXISTS logins (
            id TEXT PRIMARY KEY,
            account_id INTEGER NOT NULL REFERENCES accounts (id)
        );
        -- How often somebody tried to log in, also with an e-mail that has no account.
        CREATE TABLE IF NOT EXISTS attempts (
            email TEXT PRIMARY KEY,
            count INTEGER NOT NULL,
            began REAL NOT NULL
        );
    """)


with app.app_context():
    make_tables()


def read_credentials():
    """E-mail and password of the body; None for what is no text."""
    body = request.get_json()
    fields = body if isinstance(body, dict) else {}
    email, password = fields.get("email"), fields.get("password")
    return (
        # Capitals do not make another address.
        email.lower() if isinstance(email, str) else None,
        password if isinstance(password, str) else None,
    )


def is_email(text):
    name, _, domain = text.partition("@")
    return name != "" and domain != "" and len(text) <= 254 and " " not in text


@app.post("/register")
def register():
    email, password = read_credentials()
    if email is None or not is_email(email):
        return jsonify(error="Send an e-mail address."), 400
    if password is None or not 10 <= len(password) <= 200:
        return jsonify(error="Send a password of 10 to 200 characters."), 400
    insert = """
        INSERT INTO accounts (email, password_hash) VALUES (?, ?)
        ON CONFLICT (email) DO NOTHING
    """
    if open_db().execute(insert, (email, generate_password_hash(password))).rowcount == 0:
        return jsonify(error="This e-mail has an account."), 409
    return jsonify(email=email), 201


# Compared when there is no account, so that the answer takes as long as with one.
NOBODYS_HASH = generate_password_hash("nobody")


def find_account(email, password):
    """The account with this e-mail, when the password fits."""
    query = "SELECT id, email, password_hash FROM accounts WHERE email = ?"
    account = open_db().execute(query, (email,)).fetchone()
    stored = NOBODYS_HASH if account is None else account["password_hash"]
    return account if check_password_hash(stored, password) else None


MOST_ATTEMPTS = 5
PAUSE = 15 * 60


def may_try(email):
    """Counts before the password is compared: guesses that come at the same time count, too."""
    now = time.time()
    open_db().execute("DELETE FROM attempts WHERE began < ?", (now - PAUSE,))
    count = """
        INSERT INTO attempts (email, count, began) VALUES (?, 1, ?)
        ON CONFLICT (email) DO UPDATE SET count = count + 1 RETURNING count
    """
    return open_db().execute(count, (email, now)).fetchone()["count"] <= MOST_ATTEMPTS


def forget_attempts(email):
    open_db().execute("DELETE FROM attempts WHERE email = ?", (email,))


def end_login():
    open_db().execute("DELETE FROM logins WHERE id = ?", (session.get("login"),))
    session.clear()


@app.post("/login")
def log_in():
    email, password = read_credentials()
    if email is None or password is None or len(email) > 254:
        return jsonify(error="Send an e-mail and a password."), 400
    if not may_try(email):
        return jsonify(error="Too many attempts. Wait a quarter of an hour."), 429
    account = find_account(email, password)
    if account is None:
        return jsonify(error="The e-mail or the password is wrong."), 401
    forget_attempts(email)
    end_login()
    session["login"] = secrets.token_urlsafe(32)
    insert = "INSERT INTO logins (id, account_id) VALUES (?, ?)"
    open_db().execute(insert, (session["login"], account["id"]))
    return jsonify(email=account["email"])


@app.get("/me")
def show_me():
    query = """
        SELECT email FROM logins JOIN accounts ON accounts.id = account_id WHERE logins.id = ?
    """
    account = open_db().execute(query, (session.get("login"),)).fetchone()
    if account is None:
        return jsonify(error="Nobody is logged in."), 401
    return jsonify(email=account["email"])


@app.post("/logout")
def log_out():
    end_login()
    return "", 204


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
