# Sign-up and change of a password, with Flask and SQLite.
# To run it: pip install flask, then flask --app passwords run
import hashlib
import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)

with sqlite3.connect("users.db") as setup:
    setup.execute("CREATE TABLE IF NOT EXISTS users (email TEXT PRIMARY KEY, password TEXT)")


@app.post("/signup")
def sign_up():
    email = request.form["email"]
    password = hashlib.sha256(request.form["password"].encode()).hexdigest()
    with sqlite3.connect("users.db") as connection:
        connection.execute("INSERT INTO users (email, password) VALUES (?, ?)", (email, password))
    return jsonify(email=email), 201


# A real shop lets only the user who is logged in do this, and asks for the old password too.
@app.post("/change-password")
def change_password():
    email = request.form["email"]
    password = request.form["password"]
    with sqlite3.connect("users.db") as connection:
        connection.execute("UPDATE users SET password = ? WHERE email = ?", (password, email))
    return jsonify(email=email)


# Your task
# One route stores SHA-256, which is fast and has no salt. The other stores the text itself.
# 1. Put the cursor on each marked place, open the light bulb (Ctrl+. or Cmd+.), apply the
#    fix, and save. Then `import hashlib` is no longer needed.
# 2. Add a route POST /login. Read the stored hash of the email, and let
#    check_password_hash(stored, password) of werkzeug.security decide. Hashing again and
#    comparing cannot work, because every hash has its own salt.
