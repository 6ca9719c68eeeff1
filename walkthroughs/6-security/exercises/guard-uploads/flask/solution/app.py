import os
import uuid

from flask import Flask, jsonify, request, send_from_directory

app = Flask(__name__)
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "avatars")
os.makedirs(FOLDER, exist_ok=True)


MAX_BYTES = 1_000_000
BEGINNINGS = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff"}


def ending_of(content):
    """The ending that fits the content; None for what is no picture."""
    for ending, beginning in BEGINNINGS.items():
        if content.startswith(beginning):
            return ending
    return None


@app.post("/avatars")
def add_avatar():
    content = request.files["picture"].read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        return jsonify(error="The picture has more than 1 MB."), 413
    ending = ending_of(content)
    if ending is None:
        return jsonify(error="Send a PNG or a JPEG."), 415
    name = uuid.uuid4().hex + ending
    with open(os.path.join(FOLDER, name), "wb") as file:
        file.write(content)
    return jsonify(url=f"/avatars/{name}"), 201


@app.get("/avatars/<name>")
def show_avatar(name):
    return send_from_directory(FOLDER, name)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
