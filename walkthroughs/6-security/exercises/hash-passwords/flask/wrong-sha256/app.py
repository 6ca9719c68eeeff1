import hashlib
import os
import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)

# Every start begins with no members.
if os.path.exists("users.db"):
    os.remove("users.db")
db = sqlite3.connect("users.db", check_same_thread=False)
db.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT UNIQUE, password TEXT)")


def hash_of(password):
    return hashlib.sha256(password.encode()).hexdigest()


@app.post("/signup")
def sign_up():
    body = request.get_json()
    email, password = body.get("email"), body.get("password")
    if not isinstance(email, str) or not isinstance(password, str) or len(password) < 8:
        return jsonify(error="Send an email and a password of at least 8 characters."), 400
    hashed = hash_of(password)
    db.execute("INSERT INTO users (email, password) VALUES (?, ?)", (email, hashed))
    db.commit()
    return jsonify(email=email), 201


@app.post("/login")
def log_in():
    body = request.get_json()
    email, password = str(body.get("email")), str(body.get("password"))
    user = db.execute("SELECT email, password FROM users WHERE email = ?", (email,)).fetchone()
    if user is None or user[1] != hash_of(password):
        return jsonify(error="The email or the password is wrong."), 401
    return jsonify(email=user[0])


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
