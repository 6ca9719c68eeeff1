# A product list as a small REST API, with Flask.
# To run it: pip install flask, then flask --app app run, then open
# http://localhost:5000/products
from flask import Flask, jsonify, request

app = Flask(__name__)

products = [
    {"id": 1, "name": "Notebook", "price": 450, "category": "paper"},
    {"id": 2, "name": "Pen", "price": 120, "category": "writing"},
    {"id": 3, "name": "Pencil", "price": 80, "category": "writing"},
]


@app.get("/products")
def list_products():
    category = request.args.get("category")
    found = [item for item in products if category is None or item["category"] == category]
    return jsonify(found)


# Your task
# 1. Add GET /products/<int:product_id>. Answer the product, or
#    {"error": "There is no product with this id."} with the status 404.
# 2. Add POST /products. request.get_json() gives the body. Refuse a body without a name
#    or with a price that is not a whole number above 0 (status 400). Otherwise add the
#    product with the next id, and answer it with the status 201.
