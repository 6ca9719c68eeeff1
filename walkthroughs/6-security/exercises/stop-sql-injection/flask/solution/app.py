import os
import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)
db = sqlite3.connect(":memory:", check_same_thread=False)
db.row_factory = sqlite3.Row
with open("shop.sql", encoding="utf-8") as script:
    db.executescript(script.read())


@app.get("/books")
def list_books():
    author = request.args.get("author", "")
    sql = "SELECT id, title, author FROM books WHERE published = 1 AND author = ?"
    return jsonify([dict(book) for book in db.execute(sql, (author,))])


@app.get("/books/<book_id>")
def show_book(book_id):
    sql = "SELECT id, title, author FROM books WHERE published = 1 AND id = ?"
    book = db.execute(sql, (book_id,)).fetchone()
    if book is None:
        return jsonify(error="There is no such book."), 404
    return jsonify(dict(book))


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
