import os

from flask import Flask, abort, request, send_file

app = Flask(__name__)
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "reports")


@app.get("/reports")
def send_report():
    name = request.args.get("name", "")
    path = os.path.realpath(os.path.join(FOLDER, name))
    if not path.startswith(FOLDER):
        abort(403)
    if not os.path.isfile(path):
        abort(404)
    return send_file(path, mimetype="text/plain")


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
