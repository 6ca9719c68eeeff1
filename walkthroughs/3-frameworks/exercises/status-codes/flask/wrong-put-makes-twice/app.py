import json
import os
from pathlib import Path

from flask import Flask, jsonify, redirect, request

app = Flask(__name__)
books = json.loads(Path(__file__).with_name("books.json").read_text("utf-8"))
next_id = len(books) + 1


def find_book(book_id):
    return next((book for book in books if book["id"] == book_id), None)


def read_book():
    """The fields of the body, or None when there is no title."""
    body = request.get_json()
    title = body.get("title") if isinstance(body, dict) else None
    if not isinstance(title, str) or not title.strip():
        return None
    return {"title": title, "author": body.get("author"), "year": body.get("year")}


def store(book_id, fields):
    global next_id
    next_id = max(next_id, book_id + 1)
    book = {"id": book_id, **fields}
    books.append(book)
    return book


@app.get("/books")
def list_books():
    return jsonify(books)


@app.post("/books")
def add_book():
    fields = read_book()
    if fields is None:
        return jsonify(error="A book needs a title."), 400
    if any(book["title"] == fields["title"] for book in books):
        return jsonify(error="A book with this title is there already."), 409
    book = store(next_id, fields)
    return jsonify(book), 201, {"Location": f"/books/{book['id']}"}


# Flask answers 405 with the header Allow by itself.
@app.get("/books/<int:book_id>")
def show_book(book_id):
    book = find_book(book_id)
    if book is None:
        return jsonify(error="There is no such book."), 404
    return jsonify(book)


@app.put("/books/<int:book_id>")
def replace_book(book_id):
    fields = read_book()
    if fields is None:
        return jsonify(error="A book needs a title."), 400
    return jsonify(store(book_id, fields)), 201


@app.delete("/books/<int:book_id>")
def remove_book(book_id):
    book = find_book(book_id)
    if book is None:
        return jsonify(error="There is no such book."), 404
    books.remove(book)
    return "", 204


@app.get("/old-books")
def show_old_books():
    return redirect("/books", code=301)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
