import json
import os
from pathlib import Path

from flask import Flask, Response, jsonify

app = Flask(__name__)
books = json.loads(Path(__file__).with_name("books.json").read_text("utf-8"))


@app.get("/books")
def list_books():
    return jsonify(books)


@app.get("/books/<int:book_id>")
def show_book(book_id):
    for book in books:
        if book["id"] == book_id:
            return jsonify(book)
    return jsonify(error="There is no such book."), 404


@app.get("/hello/<name>")
def say_hello(name):
    return Response(f"Hello, {name}", mimetype="text/plain")


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
