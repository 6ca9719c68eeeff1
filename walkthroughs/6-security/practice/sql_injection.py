# The customer search of a shop, with Flask and SQLite.
# To run it: pip install flask, then flask --app sql_injection run, then open
# http://localhost:5000/customers?city=Oslo
import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/customers")
def find_customers():
    city = request.args["city"]
    with open_shop() as connection:
        rows = connection.execute(f"SELECT id, name FROM customers WHERE city = '{city}'").fetchall()
    return jsonify(rows)


@app.get("/customers/<customer_id>")
def show_customer(customer_id):
    query = "SELECT id, name, city FROM customers WHERE id = %s" % customer_id
    with open_shop() as connection:
        row = connection.execute(query).fetchone()
    if row is None:
        return jsonify(error="There is no customer with this number."), 404
    return jsonify(row)


def open_shop():
    """A small database in memory, with two customers."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, city TEXT)")
    people = [("Ada", "Oslo"), ("Tom", "Lima")]
    connection.executemany("INSERT INTO customers (name, city) VALUES (?, ?)", people)
    return connection


# Your task
# Try http://localhost:5000/customers?city=x' OR '1'='1 first: it lists every customer.
# Both queries are put together from text that a visitor sent. Put the cursor on a marked
# place, open the light bulb (Ctrl+. or Cmd+.), apply the fix, and save. Then read how the
# value travels now: ? in the query, the value in a tuple beside it.
