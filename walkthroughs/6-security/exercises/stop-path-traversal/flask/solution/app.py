import os

from flask import Flask, request, send_from_directory

app = Flask(__name__)
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "reports")


@app.get("/reports")
def send_report():
    name = request.args.get("name", "")
    return send_from_directory(FOLDER, name, mimetype="text/plain")


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
