import os
import uuid

from flask import Flask, jsonify, request, send_from_directory

app = Flask(__name__)
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "avatars")
os.makedirs(FOLDER, exist_ok=True)


MAX_BYTES = 1_000_000
ENDINGS = {"image/png": ".png", "image/jpeg": ".jpg"}


@app.post("/avatars")
def add_avatar():
    content = request.files["picture"].read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        return jsonify(error="The picture has more than 1 MB."), 413
    ending = ENDINGS.get(request.files["picture"].mimetype)
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
