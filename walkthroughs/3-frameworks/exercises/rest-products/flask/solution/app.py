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


def make_tables():
    open_db().executescript("""
        CREATE TABLE IF NOT EXISTS products (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            price INTEGER NOT NULL
        );
        CREATE TABLE IF NOT EXISTS reviews (
            id INTEGER PRIMARY KEY,
            product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
            stars INTEGER NOT NULL,
            text TEXT NOT NULL
        );
    """)


with app.app_context():
    make_tables()


def is_text(value):
    return isinstance(value, str) and value.strip() != ""


# True and False are whole numbers in Python.
def is_number(value):
    return isinstance(value, int) and not isinstance(value, bool)


def read_product():
    """Name and price of the body, or None when one is wrong."""
    body = read_body()
    name, price = body.get("name"), body.get("price")
    return (name, price) if is_text(name) and is_number(price) and price >= 0 else None


def find_product(product_id):
    query = "SELECT id, name, price FROM products WHERE id = ?"
    return open_db().execute(query, (product_id,)).fetchone()


def bad_product():
    return jsonify(error="A product has a name, and a price in whole cents."), 400


def no_product():
    return jsonify(error="There is no such product."), 404


@app.get("/products")
def list_products():
    rows = open_db().execute("SELECT id, name, price FROM products ORDER BY id")
    return jsonify([dict(row) for row in rows])


@app.post("/products")
def add_product():
    fields = read_product()
    if fields is None:
        return bad_product()
    cursor = open_db().execute("INSERT INTO products (name, price) VALUES (?, ?)", fields)
    product = find_product(cursor.lastrowid)
    return jsonify(dict(product)), 201, {"Location": f"/products/{product['id']}"}


@app.get("/products/<int:product_id>")
def show_product(product_id):
    product = find_product(product_id)
    if product is None:
        return no_product()
    query = "SELECT stars, text FROM reviews WHERE product_id = ? ORDER BY id"
    reviews = [dict(row) for row in open_db().execute(query, (product_id,))]
    return jsonify({**dict(product), "reviews": reviews})


@app.put("/products/<int:product_id>")
def change_product(product_id):
    fields = read_product()
    if fields is None:
        return bad_product()
    update = "UPDATE products SET name = ?, price = ? WHERE id = ?"
    if open_db().execute(update, (*fields, product_id)).rowcount == 0:
        return no_product()
    return jsonify(dict(find_product(product_id)))


@app.delete("/products/<int:product_id>")
def remove_product(product_id):
    delete = "DELETE FROM products WHERE id = ?"
    if open_db().execute(delete, (product_id,)).rowcount == 0:
        return no_product()
    return "", 204


@app.post("/products/<int:product_id>/reviews")
def add_review(product_id):
    body = read_body()
    stars, text = body.get("stars"), body.get("text")
    if not is_number(stars) or not 1 <= stars <= 5 or not is_text(text):
        return jsonify(error="A review has 1 to 5 stars and a text."), 400
    if find_product(product_id) is None:
        return no_product()
    insert = "INSERT INTO reviews (product_id, stars, text) VALUES (?, ?, ?)"
    open_db().execute(insert, (product_id, stars, text))
    return jsonify(stars=stars, text=text), 201


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
