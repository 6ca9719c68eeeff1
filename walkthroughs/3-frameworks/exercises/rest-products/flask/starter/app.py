import os
import sqlite3
from pathlib import Path

from flask import Flask, g, jsonify, request

DATABASE = Path(__file__).with_name("shop.db")

app = Flask(__name__)


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


def read_body():
    """The fields of the body; none when it is no object."""
    body = request.get_json()
    return body if isinstance(body, dict) else {}


# TODO: a table for products and one for reviews, when they are missing.


@app.get("/products")
def list_products():
    # TODO: answer all products.
    return jsonify({})


# TODO: the other routes.


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
