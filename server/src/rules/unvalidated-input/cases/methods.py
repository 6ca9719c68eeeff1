from flask import Flask, abort, request
from flask.views import MethodView
import sqlite3

app = Flask(__name__)
db = sqlite3.connect("shop.db")


class Products(MethodView):
    def fields(self):
        body = request.get_json()
        if not isinstance(body.get("name"), str):
            abort(400)
        return body["name"]

    def post(self):
        db.execute("INSERT INTO products (name) VALUES (?)", (self.fields(),))
        return "", 201


@app.post("/notes")
def add_note():
    db.execute("INSERT INTO notes (text) VALUES (?)", (request.json["text"],))  # finds unvalidated-input (hint)
    return "", 201
