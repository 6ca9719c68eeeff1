import json
import os
from itertools import count
from pathlib import Path

from flask import Flask, jsonify, request

app = Flask(__name__)
books = json.loads(Path(__file__).with_name("books.json").read_text("utf-8"))
ids = count(len(books) + 1)


@app.get("/books/<int:book_id>")
def show_book(book_id):
    for book in books:
        if book["id"] == book_id:
            return jsonify(book)
    return jsonify(error="There is no such book."), 404


def is_text(value):
    return isinstance(value, str) and 1 <= len(value.strip()) <= 200


def find_errors(title, author, year):
    errors = {}
    if not is_text(title):
        errors["title"] = "A text of 1 to 200 characters."
    if not is_text(author):
        errors["author"] = "A text of 1 to 200 characters."
    # True and False are whole numbers in Python.
    if not isinstance(year, int) or isinstance(year, bool) or not 1450 <= year <= 2100:
        errors["year"] = "A whole number from 1450 to 2100."
    return errors


@app.post("/books")
def add_book():
    body = request.get_json()
    if not isinstance(body, dict):
        return jsonify(errors={"body": "An object with title, author and year."}), 400
    title, author, year = body.get("title"), body.get("author"), body.get("year")
    errors = find_errors(title, author, year)
    if errors:
        return jsonify(errors=errors), 400
    book = {"id": next(ids), "title": title.strip(), "author": author.strip(), "year": year}
    books.append(book)
    return jsonify(book), 201, {"Location": f"/books/{book['id']}"}


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
