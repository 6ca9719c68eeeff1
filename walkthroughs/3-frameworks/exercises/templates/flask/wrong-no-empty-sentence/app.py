import json
import os
from pathlib import Path

from flask import Flask, render_template, request

app = Flask(__name__)
books = json.loads(Path(__file__).with_name("books.json").read_text("utf-8"))


@app.get("/")
def list_books():
    query = request.args.get("q", "")
    found = [book for book in books if query.lower() in book["title"].lower()]
    return render_template("books.html", query=query, books=found)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
