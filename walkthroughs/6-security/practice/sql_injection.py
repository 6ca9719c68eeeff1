# The customer search of a shop, with Flask and SQLite.
# To run it: pip install flask, then flask --app sql_injection run
import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/customers")
def find_customers():
    city = request.args["city"]
    connection = sqlite3.connect("shop.db")
    rows = connection.execute(f"SELECT id, name FROM customers WHERE city = '{city}'").fetchall()
    connection.close()
    return jsonify(rows)


@app.get("/customers/<customer_id>")
def show_customer(customer_id):
    connection = sqlite3.connect("shop.db")
    query = "SELECT id, name, city FROM customers WHERE id = %s" % customer_id
    row = connection.execute(query).fetchone()
    connection.close()
    if row is None:
        return jsonify(error="There is no customer with this number."), 404
    return jsonify(row)


# Your task
# Both queries are put together from text that a visitor sent. Put the cursor on a marked
# place, open the light bulb (Ctrl+. or Cmd+.), apply the fix, and save. Then read how the
# value travels now: ? in the query, the value in a tuple beside it.
