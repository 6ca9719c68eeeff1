import os

from flask import Flask, jsonify, request, send_from_directory

app = Flask(__name__)
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "avatars")
os.makedirs(FOLDER, exist_ok=True)


@app.post("/avatars")
def add_avatar():
    picture = request.files["picture"]
    picture.save(os.path.join(FOLDER, picture.filename))
    return jsonify(url=f"/avatars/{picture.filename}"), 201


@app.get("/avatars/<name>")
def show_avatar(name):
    return send_from_directory(FOLDER, name)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
