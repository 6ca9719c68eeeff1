import os
import secrets
import sqlite3
from pathlib import Path

from flask import Flask, g, jsonify

DATABASE = Path(__file__).with_name("shop.db")

app = Flask(__name__)
app.secret_key = os.environ.get("SESSION_SECRET") or secrets.token_hex(32)
# TODO: the options of the session cookie.


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


# TODO: a table for accounts, and what else the database should remember.

# TODO: POST /register, POST /login and POST /logout. Flask keeps the whole session in the cookie:
# think about how the server can end it.


@app.get("/me")
def show_me():
    # TODO: look for the account in the session.
    return jsonify(error="Nobody is logged in."), 401


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
