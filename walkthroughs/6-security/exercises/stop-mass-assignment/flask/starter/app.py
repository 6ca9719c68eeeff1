import os

from flask import Flask, jsonify, request

app = Flask(__name__)

# A real shop keeps members in a database and takes the id from the session.
member = {"id": 1, "name": "Ada", "city": "Oslo", "role": "member", "credit": 0}


@app.get("/profile")
def show_profile():
    return jsonify(member)


@app.patch("/profile")
def change_profile():
    member.update(request.get_json())
    return jsonify(member)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
