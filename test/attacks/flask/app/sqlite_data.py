import os
import sqlite3

from seed import ADMIN_PHRASE, PRODUCTS
from user import User


def connect():
    connection = sqlite3.connect(os.environ['DATABASE'])
    connection.row_factory = sqlite3.Row
    return connection


def create_tables():
    with connect() as connection:
        connection.execute('CREATE TABLE IF NOT EXISTS products (id INTEGER PRIMARY KEY, name TEXT, price INTEGER)')
        connection.execute(
            'CREATE TABLE IF NOT EXISTS users '
            '(id INTEGER PRIMARY KEY, name TEXT UNIQUE, password TEXT, role TEXT, bio TEXT, secret TEXT)'
        )
        if connection.execute('SELECT id FROM users').fetchone():
            return
        connection.executemany('INSERT INTO products (name, price) VALUES (?, ?)', PRODUCTS)
    add_user('admin', os.environ['ADMIN_PASSWORD'], 'admin')
    with connect() as connection:
        connection.execute("UPDATE users SET secret = ? WHERE name = 'admin'", (ADMIN_PHRASE,))


def find_products(search):
    with connect() as connection:
        rows = connection.execute(f"SELECT * FROM products WHERE name LIKE '%{search}%'").fetchall()
    return [dict(row) for row in rows]


def add_user(name, password, role):
    with connect() as connection:
        connection.execute(
            "INSERT INTO users (name, password, role, bio) VALUES (?, ?, ?, '')",
            (name, password, role),
        )


def find_user(name):
    with connect() as connection:
        row = connection.execute('SELECT * FROM users WHERE name = ?', (name,)).fetchone()
    return User(**row) if row else None


def save_user(user):
    with connect() as connection:
        connection.execute(
            'UPDATE users SET name = ?, role = ?, bio = ? WHERE id = ?',
            (user.name, user.role, user.bio, user.id),
        )
