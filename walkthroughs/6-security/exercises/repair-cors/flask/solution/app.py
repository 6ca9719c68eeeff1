import os

from flask import Flask, jsonify, request

app = Flask(__name__)


ALLOWED_ORIGINS = ["https://shop.example", "https://admin.shop.example"]


@app.after_request
def allow_origins(response):
    origin = request.headers.get("Origin")
    response.headers["Vary"] = "Origin"
    if origin in ALLOWED_ORIGINS:
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Allow-Credentials"] = "true"
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = "GET, PUT"
        response.headers["Access-Control-Allow-Headers"] = "Content-Type"
    return response


# A real shop takes the account from the session.
account = {"name": "Ada", "address": "Station Road 12"}


@app.get("/account")
def show_account():
    return jsonify(account)


@app.put("/account")
def change_account():
    account["address"] = str(request.get_json().get("address"))
    return jsonify(account)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
