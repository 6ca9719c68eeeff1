import json
import os
from pathlib import Path

from flask import Flask, jsonify

app = Flask(__name__)
books = json.loads(Path(__file__).with_name("books.json").read_text("utf-8"))


@app.get("/books")
def list_books():
    # TODO: when the query has an author, answer the books of this author only.
    return jsonify(books)


# TODO: GET /books/3 answers one book, or 404.

# TODO: GET /hello/Ada answers the text "Hello, Ada".


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
