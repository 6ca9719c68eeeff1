import json
import os
from pathlib import Path

from flask import Flask, jsonify, request

app = Flask(__name__)
books = json.loads(Path(__file__).with_name("books.json").read_text("utf-8"))


@app.get("/books/<int:book_id>")
def show_book(book_id):
    for book in books:
        if book["id"] == book_id:
            return jsonify(book)
    return jsonify(error="There is no such book."), 404


@app.post("/books")
def add_book():
    # TODO: check the body, add the book, and answer 201 with it.
    return jsonify({})


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
