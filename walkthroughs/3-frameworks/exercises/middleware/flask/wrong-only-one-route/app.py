import hmac
import json
import os
import re
import uuid
from pathlib import Path

from flask import Flask, g, jsonify, request

app = Flask(__name__)
books = json.loads(Path(__file__).with_name("books.json").read_text("utf-8"))


@app.before_request
def choose_request_id():
    given = request.headers.get("X-Request-Id", "")
    g.request_id = given if re.fullmatch(r"[A-Za-z0-9-]{8,64}", given) else str(uuid.uuid4())


@app.before_request
def ask_for_key():
    if not request.path.startswith("/admin"):
        return None
    key = os.environ.get("API_KEY", "")
    given = request.headers.get("X-Api-Key", "")
    if key and hmac.compare_digest(given.encode(), key.encode()):
        return None
    return jsonify(error="This needs the key of an administrator."), 401


@app.after_request
def finish(response):
    if request.path == "/books":
        response.headers["X-Request-Id"] = g.request_id
    print(request.method, request.path, response.status_code, g.request_id)
    return response


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
