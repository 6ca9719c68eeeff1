import json
import os
from pathlib import Path

from flask import Flask, jsonify

app = Flask(__name__)
books = json.loads(Path(__file__).with_name("books.json").read_text("utf-8"))


def read_settings(env):
    """All settings; the program ends when one is wrong."""
    page_size = env.get("PAGE_SIZE", "5")
    show_years = env.get("SHOW_YEARS", "true")
    secret_key = env.get("SECRET_KEY", "")
    return {
        "name": env.get("SHOP_NAME", "Library"),
        "page_size": int(page_size) if page_size.isdecimal() else 5,
        "show_years": show_years == "true",
        "secret_key": secret_key,
    }


settings = read_settings(os.environ)
app.secret_key = settings["secret_key"]


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
