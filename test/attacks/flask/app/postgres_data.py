import os

import psycopg
from psycopg.rows import class_row, dict_row

from seed import ADMIN_PHRASE, PRODUCTS
from user import User


def connect():
    return psycopg.connect(os.environ['DATABASE_URL'], row_factory=dict_row)


def create_tables():
    with connect() as connection:
        connection.execute('CREATE TABLE IF NOT EXISTS products (id SERIAL PRIMARY KEY, name TEXT, price INTEGER)')
        connection.execute(
            'CREATE TABLE IF NOT EXISTS users '
            '(id SERIAL PRIMARY KEY, name TEXT UNIQUE, password TEXT, role TEXT, bio TEXT, secret TEXT)'
        )
        if connection.execute('SELECT id FROM users').fetchone():
            return
        with connection.cursor() as cursor:
            cursor.executemany('INSERT INTO products (name, price) VALUES (%s, %s)', PRODUCTS)
    add_user('admin', os.environ['ADMIN_PASSWORD'], 'admin')
    with connect() as connection:
        connection.execute("UPDATE users SET secret = %s WHERE name = 'admin'", (ADMIN_PHRASE,))


def find_products(search):
    with connect() as connection:
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM products WHERE name LIKE '%" + search + "%'")
            return cursor.fetchall()


def add_user(name, password, role):
    with connect() as connection:
        connection.execute(
            "INSERT INTO users (name, password, role, bio) VALUES (%s, %s, %s, '')",
            (name, password, role),
        )


def find_user(name):
    with connect() as connection:
        cursor = connection.cursor(row_factory=class_row(User))
        return cursor.execute('SELECT * FROM users WHERE name = %s', (name,)).fetchone()


def save_user(user):
    with connect() as connection:
        connection.execute(
            'UPDATE users SET name = %s, role = %s, bio = %s WHERE id = %s',
            (user.name, user.role, user.bio, user.id),
        )
