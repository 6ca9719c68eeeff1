import os
import secrets

from flask import Flask, jsonify, request, session

PRODUCTS = ["pen", "book", "lamp"]

app = Flask(__name__)
app.secret_key = os.environ.get("SESSION_SECRET") or secrets.token_hex(32)
app.config.update(SESSION_COOKIE_HTTPONLY=False, SESSION_COOKIE_SAMESITE="Lax")


def read_body():
    """The fields of the body; none when it is no object."""
    body = request.get_json()
    return body if isinstance(body, dict) else {}


def cart_of(items):
    return jsonify(items=items, count=sum(items.values()))


def is_quantity(value):
    # True and False are whole numbers in Python.
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 20


@app.get("/cart")
def show_cart():
    return cart_of(session.get("items", {}))


@app.post("/cart")
def add_to_cart():
    body = read_body()
    product, quantity = body.get("product"), body.get("quantity")
    if product not in PRODUCTS or not is_quantity(quantity):
        return jsonify(error="Send a product, and a quantity from 1 to 20."), 400
    items = session.get("items", {})
    # A new dictionary: the session notices what is assigned, not what changes inside.
    session["items"] = {**items, product: items.get(product, 0) + quantity}
    return cart_of(session["items"])


@app.delete("/cart/<product>")
def take_out(product):
    items = session.get("items", {})
    if product not in items:
        return jsonify(error="This product is not in the cart."), 404
    session["items"] = {name: items[name] for name in items if name != product}
    return cart_of(session["items"])


@app.post("/cart/clear")
def clear_cart():
    session.clear()
    return cart_of({})


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
