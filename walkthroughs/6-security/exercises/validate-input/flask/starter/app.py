import os
import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)
db = sqlite3.connect(":memory:", check_same_thread=False)
db.row_factory = sqlite3.Row
db.execute("CREATE TABLE bookings (id INTEGER PRIMARY KEY, name TEXT, guests INTEGER, day TEXT)")


@app.get("/bookings")
def list_bookings():
    rows = db.execute("SELECT id, name, guests, day FROM bookings")
    return jsonify([dict(row) for row in rows])


@app.post("/bookings")
def add_booking():
    body = request.get_json()
    name, guests, day = body.get("name"), body.get("guests"), body.get("day")
    insert = "INSERT INTO bookings (name, guests, day) VALUES (?, ?, ?)"
    cursor = db.execute(insert, (name, guests, day))
    return jsonify(id=cursor.lastrowid, name=name, guests=guests, day=day), 201


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
