import json
import os
from pathlib import Path

from flask import Flask, render_template

app = Flask(__name__)
books = json.loads(Path(__file__).with_name("books.json").read_text("utf-8"))


@app.get("/")
def list_books():
    # TODO: find the books whose title has the text q in it, and hand them to the template.
    return render_template("books.html")


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
