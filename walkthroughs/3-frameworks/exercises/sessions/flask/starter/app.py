import os
import secrets

from flask import Flask, jsonify, request, session

PRODUCTS = ["pen", "book", "lamp"]

app = Flask(__name__)
app.secret_key = os.environ.get("SESSION_SECRET") or secrets.token_hex(32)
# TODO: options of the cookie.


def read_body():
    """The fields of the body; none when it is no object."""
    body = request.get_json()
    return body if isinstance(body, dict) else {}


def cart_of(items):
    return jsonify(items=items, count=sum(items.values()))


@app.get("/cart")
def show_cart():
    # TODO: answer the cart in the session.
    return cart_of({})


@app.post("/cart")
def add_to_cart():
    # TODO: check the product and the quantity, and put them into the cart.
    return cart_of({})


@app.delete("/cart/<product>")
def take_out(product):
    # TODO: take the product out, or answer 404.
    return cart_of({})


@app.post("/cart/clear")
def clear_cart():
    # TODO: begin a new session.
    return cart_of({})


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
