import json
import os
import sys
from pathlib import Path

from flask import Flask, jsonify

app = Flask(__name__)
books = json.loads(Path(__file__).with_name("books.json").read_text("utf-8"))


def read_settings(env):
    """All settings; the program ends when one is wrong."""
    page_size = env.get("PAGE_SIZE", "5")
    if not page_size.isdecimal() or not 1 <= int(page_size) <= 100:
        sys.exit("PAGE_SIZE must be a whole number from 1 to 100.")
    show_years = env.get("SHOW_YEARS", "true")
    if show_years not in ("true", "false"):
        sys.exit("SHOW_YEARS must be true or false.")
    secret_key = env.get("SECRET_KEY", "")
    if len(secret_key) < 32:
        sys.exit("SECRET_KEY must have at least 32 characters.")
    return {
        "name": env.get("SHOP_NAME", "Library"),
        "page_size": int(page_size),
        "show_years": show_years == "true",
        "secret_key": secret_key,
    }


settings = read_settings(os.environ)
print("Settings:", settings)
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
