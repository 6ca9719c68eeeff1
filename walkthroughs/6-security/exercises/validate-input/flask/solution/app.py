import os
import re
import sqlite3
from datetime import date

from flask import Flask, jsonify, request

app = Flask(__name__)
db = sqlite3.connect(":memory:", check_same_thread=False)
db.row_factory = sqlite3.Row
db.execute("CREATE TABLE bookings (id INTEGER PRIMARY KEY, name TEXT, guests INTEGER, day TEXT)")


@app.get("/bookings")
def list_bookings():
    rows = db.execute("SELECT id, name, guests, day FROM bookings")
    return jsonify([dict(row) for row in rows])


def is_day(value):
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def find_errors(name, guests, day):
    errors = {}
    if not isinstance(name, str) or not name.strip() or len(name) > 40:
        errors["name"] = "A text of 1 to 40 characters."
    # True and False are whole numbers in Python.
    if not isinstance(guests, int) or isinstance(guests, bool) or not 1 <= guests <= 8:
        errors["guests"] = "A whole number from 1 to 8."
    if not is_day(day):
        errors["day"] = "A day such as 2026-03-14."
    return errors


@app.post("/bookings")
def add_booking():
    body = request.get_json()
    if not isinstance(body, dict):
        return jsonify(errors={"body": "An object with name, guests and day."}), 400
    name, guests, day = body.get("name"), body.get("guests"), body.get("day")
    errors = find_errors(name, guests, day)
    if errors:
        return jsonify(errors=errors), 400
    insert = "INSERT INTO bookings (name, guests, day) VALUES (?, ?, ?)"
    cursor = db.execute(insert, (name, guests, day))
    return jsonify(id=cursor.lastrowid, name=name, guests=guests, day=day), 201


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
