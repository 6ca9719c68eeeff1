import os
from pathlib import Path

from flask import Flask, abort, request, send_file

app = Flask(__name__)
folder = os.path.realpath("reports")


@app.get("/common")
def common():
    path = os.path.realpath(os.path.join(folder, request.args["name"]))
    if os.path.commonpath([path, folder]) != folder:
        abort(403)
    return send_file(path)


@app.get("/parents")
def parents():
    root = Path("reports").resolve()
    path = (root / request.args["name"]).resolve()
    if root not in path.parents:
        abort(403)
    return send_file(path)


@app.get("/there")
def there():
    path = os.path.join(folder, request.args["name"])
    if len(path) > 200:
        abort(404)
    return send_file(path)  # finds path-traversal
