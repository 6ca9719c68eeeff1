"""The connection to the database, one for each request."""

import sqlite3
from contextlib import contextmanager
from pathlib import Path

from flask import g

DATABASE = Path(__file__).with_name("blog.db")
SCHEMA = Path(__file__).with_name("schema.sql")


def open_db():
    if "db" not in g:
        g.db = sqlite3.connect(DATABASE, isolation_level=None)
        g.db.row_factory = sqlite3.Row
        g.db.execute("PRAGMA foreign_keys = ON")
    return g.db


@contextmanager
def transaction():
    """All statements inside of it, or none of them."""
    db = open_db()
    db.execute("BEGIN IMMEDIATE")
    try:
        yield db
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def close_db(error):
    if "db" in g:
        g.db.close()


def set_up(app):
    app.teardown_appcontext(close_db)
    with app.app_context():
        open_db().executescript(SCHEMA.read_text("utf-8"))
