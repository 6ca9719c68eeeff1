import json
import os
from pathlib import Path

from flask import Flask, Response, jsonify

app = Flask(__name__)
books = json.loads(Path(__file__).with_name("books.json").read_text("utf-8"))


def find_book(text):
    if not text.isdecimal():
        raise ValueError("The id must be a whole number.")
    for book in books:
        if book["id"] == int(text):
            return book
    raise LookupError(f"There is no book {text}.")


@app.get("/books")
def list_books():
    return jsonify(books)


@app.get("/books/<book_id>")
def show_book(book_id):
    return jsonify(find_book(book_id))


# This file is missing: reading it raises an error.
@app.get("/reports/broken")
def show_report():
    report = Path(__file__).with_name("reports.txt").read_text("utf-8")
    return Response(report, mimetype="text/plain")


# TODO: JSON for errors that have a status, and for an address that does not exist.

# TODO: a handler for all other errors.


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
