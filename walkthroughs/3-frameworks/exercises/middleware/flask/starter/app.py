import json
import os
from pathlib import Path

from flask import Flask, jsonify

app = Flask(__name__)
books = json.loads(Path(__file__).with_name("books.json").read_text("utf-8"))

# TODO: a request id for every answer.

# TODO: one line in the log for every request.

# TODO: paths below /admin need the key.


@app.get("/books")
def list_books():
    return jsonify(books)


@app.get("/books/<int:book_id>")
def show_book(book_id):
    for book in books:
        if book["id"] == book_id:
            return jsonify(book)
    return jsonify(error="There is no such book."), 404


@app.get("/admin/stats")
def show_stats():
    return jsonify(books=len(books))


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
