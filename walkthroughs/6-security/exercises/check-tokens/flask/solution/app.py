import os
from datetime import datetime, timedelta, timezone

import jwt
from flask import Flask, abort, jsonify, request

app = Flask(__name__)
SECRET = os.environ["JWT_SECRET"]


# A real shop asks for a password here.
@app.post("/login")
def log_in():
    end = datetime.now(timezone.utc) + timedelta(minutes=15)
    claims = {"sub": str(request.get_json().get("name")), "role": "member", "exp": end}
    return jsonify(token=jwt.encode(claims, SECRET, algorithm="HS256"))


def read_token():
    """The claims of the token; without one that is good the answer is 401."""
    token = request.headers.get("Authorization", "").replace("Bearer ", "", 1)
    try:
        return jwt.decode(token, SECRET, algorithms=["HS256"])
    except jwt.InvalidTokenError:
        abort(401)


@app.get("/orders")
def list_orders():
    claims = read_token()
    return jsonify(name=claims["sub"], orders=["Notebook", "Pen"])


@app.get("/reports")
def show_report():
    claims = read_token()
    if claims["role"] != "admin":
        abort(403)
    return jsonify(sold=1280)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
