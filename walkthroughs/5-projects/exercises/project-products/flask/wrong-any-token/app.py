import json
import os
import sqlite3
from functools import wraps
from math import ceil
from pathlib import Path

from flask import Flask, abort, g, jsonify, request
from werkzeug.exceptions import HTTPException

DATABASE = Path(__file__).with_name("shop.db")
FIRST_PRODUCTS = Path(__file__).with_name("products.json")

app = Flask(__name__)


def open_db():
    """The connection of this request."""
    if "db" not in g:
        g.db = sqlite3.connect(DATABASE, isolation_level=None)
        g.db.row_factory = sqlite3.Row
    return g.db


@app.teardown_appcontext
def close_db(error):
    if "db" in g:
        g.db.close()


@app.errorhandler(HTTPException)
def answer_error(error):
    """What abort says, as JSON."""
    return jsonify(error=error.description), error.code


@app.errorhandler(UnicodeEncodeError)
def refuse_half_sign(error):
    """JSON can hold one half of a pair such as "\\ud83d\\ude00", which cannot be stored."""
    return jsonify(error="A text has a sign in it that is not complete."), 400


# The table.


def make_table():
    open_db().execute("""
        CREATE TABLE IF NOT EXISTS products (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            category TEXT NOT NULL,
            price INTEGER NOT NULL CHECK (price >= 0),
            stock INTEGER NOT NULL CHECK (stock >= 0)
        )
    """)


def fill_when_empty():
    db = open_db()
    if db.execute("SELECT count(*) FROM products").fetchone()[0] > 0:
        return
    insert = """
        INSERT INTO products (id, name, category, price, stock)
        VALUES (:id, :name, :category, :price, :stock)
    """
    # All of them or none: a crash must not leave half a list.
    db.execute("BEGIN")
    db.executemany(insert, json.loads(FIRST_PRODUCTS.read_text("utf-8")))
    db.execute("COMMIT")


with app.app_context():
    make_table()
    fill_when_empty()


# The list: parameters, conditions, one page.

MOST = 999_999_999

# What can be sorted by, and how that is said in SQL.
ORDERS = {
    "price": "price, id",
    "-price": "price DESC, id",
    "name": "name, id",
    "-name": "name DESC, id",
}

# A parameter that is None fits every product. LIKE does not care about capitals.
FITS = """
    (:category IS NULL OR category = :category)
    AND (:min_price IS NULL OR price >= :min_price)
    AND (:max_price IS NULL OR price <= :max_price)
    AND (:pattern IS NULL OR name LIKE :pattern ESCAPE '!')
"""


def read_number(name, low, high, default=None):
    text = request.args.get(name)
    if text is None:
        return default
    is_number = text.isascii() and text.isdigit() and len(text) < 10
    if not is_number or not low <= int(text) <= high:
        abort(400, f"{name} must be a whole number from {low} to {high}.")
    return int(text)


def read_order():
    name = request.args.get("sort")
    if name is None:
        return "id"
    if name not in ORDERS:
        abort(400, f"sort must be one of {', '.join(ORDERS)}.")
    return ORDERS[name]


def like_pattern(text):
    """A pattern for LIKE in which % and _ mean themselves."""
    for sign in "!%_":
        text = text.replace(sign, "!" + sign)
    return f"%{text}%"


@app.get("/products")
def list_products():
    search = request.args.get("search")
    values = {
        "category": request.args.get("category"),
        "min_price": read_number("minPrice", 0, MOST),
        "max_price": read_number("maxPrice", 0, MOST),
        "pattern": None if search is None else like_pattern(search),
    }
    order = read_order()
    page = read_number("page", 1, MOST, default=1)
    per_page = read_number("perPage", 1, 50, default=10)

    db = open_db()
    total = db.execute(f"SELECT count(*) FROM products WHERE {FITS}", values).fetchone()[0]
    part = {"limit": per_page, "offset": (page - 1) * per_page}
    query = f"""
        SELECT id, name, category, price, stock FROM products
        WHERE {FITS} ORDER BY {order} LIMIT :limit OFFSET :offset
    """
    items = [dict(row) for row in db.execute(query, {**values, **part})]
    return jsonify(items=items, total=total, page=page, pages=ceil(total / per_page))


# One product.


# SQLite's numbers end here. A longer id is nobody's.
LARGEST_ID = 2**63 - 1


def find_product(product_id):
    if product_id > LARGEST_ID:
        abort(404, "There is no such product.")
    query = "SELECT id, name, category, price, stock FROM products WHERE id = ?"
    product = open_db().execute(query, (product_id,)).fetchone()
    if product is None:
        abort(404, "There is no such product.")
    return dict(product)


def is_text(value):
    return isinstance(value, str) and value.strip() != ""


# True and False are whole numbers in Python.
def is_amount(value):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST


def read_product(before):
    """Only these four fields are taken over. Those that are not sent stay as they were."""
    body = request.get_json()
    if not isinstance(body, dict):
        abort(400, "Send a product as a JSON object.")
    sent = {**before, **body}
    product = {name: sent.get(name) for name in ("name", "category", "price", "stock")}
    if not is_text(product["name"]) or not is_text(product["category"]):
        abort(400, "name and category must be texts.")
    if not is_amount(product["price"]) or not is_amount(product["stock"]):
        abort(400, f"price and stock must be whole numbers from 0 to {MOST}.")
    return product


def has_token():
    return request.headers.get("Authorization", "").startswith("Bearer ")


def needs_token(view):
    """For routes that change products."""

    @wraps(view)
    def guarded(*args, **kwargs):
        if not has_token():
            headers = {"WWW-Authenticate": "Bearer"}
            return jsonify(error="This needs the token of the shop."), 401, headers
        return view(*args, **kwargs)

    return guarded


@app.get("/products/<int:product_id>")
def show_product(product_id):
    return jsonify(find_product(product_id))


@app.post("/products")
@needs_token
def add_product():
    insert = """
        INSERT INTO products (name, category, price, stock)
        VALUES (:name, :category, :price, :stock)
    """
    product = find_product(open_db().execute(insert, read_product(before={})).lastrowid)
    return jsonify(product), 201, {"Location": f"/products/{product['id']}"}


@app.patch("/products/<int:product_id>")
@needs_token
def change_product(product_id):
    product = read_product(before=find_product(product_id))
    update = """
        UPDATE products SET name = :name, category = :category, price = :price, stock = :stock
        WHERE id = :id
    """
    open_db().execute(update, {**product, "id": product_id})
    return jsonify(find_product(product_id))


@app.delete("/products/<int:product_id>")
@needs_token
def remove_product(product_id):
    product = find_product(product_id)
    open_db().execute("DELETE FROM products WHERE id = ?", (product["id"],))
    return "", 204


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
