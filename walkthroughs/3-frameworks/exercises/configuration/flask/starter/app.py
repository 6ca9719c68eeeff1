import json
import os
from pathlib import Path

from flask import Flask, jsonify

app = Flask(__name__)
books = json.loads(Path(__file__).with_name("books.json").read_text("utf-8"))

# TODO: read the settings from os.environ, and check them.
settings = {"name": "Library", "page_size": 5, "show_years": True}


@app.get("/")
def show_shop():
    return jsonify(name=settings["name"], pageSize=settings["page_size"])


@app.get("/books")
def list_books():
    page = books[: settings["page_size"]]
    if settings["show_years"]:
        return jsonify(page)
    return jsonify([{key: book[key] for key in book if key != "year"} for book in page])


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
