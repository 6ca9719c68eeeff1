import os
import secrets

from flask import Flask, jsonify, request

PRODUCTS = ["pen", "book", "lamp"]

app = Flask(__name__)
app.secret_key = os.environ.get("SESSION_SECRET") or secrets.token_hex(32)
app.config.update(SESSION_COOKIE_HTTPONLY=True, SESSION_COOKIE_SAMESITE="Lax")


def read_body():
    """The fields of the body; none when it is no object."""
    body = request.get_json()
    return body if isinstance(body, dict) else {}


cart = {}


def cart_of(items):
    return jsonify(items=items, count=sum(items.values()))


def is_quantity(value):
    # True and False are whole numbers in Python.
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 20


@app.get("/cart")
def show_cart():
    return cart_of(cart)


@app.post("/cart")
def add_to_cart():
    body = read_body()
    product, quantity = body.get("product"), body.get("quantity")
    if product not in PRODUCTS or not is_quantity(quantity):
        return jsonify(error="Send a product, and a quantity from 1 to 20."), 400
    cart[product] = cart.get(product, 0) + quantity
    return cart_of(cart)


@app.delete("/cart/<product>")
def take_out(product):
    if product not in cart:
        return jsonify(error="This product is not in the cart."), 404
    del cart[product]
    return cart_of(cart)


@app.post("/cart/clear")
def clear_cart():
    cart.clear()
    return cart_of(cart)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
