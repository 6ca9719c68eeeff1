import html
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


@app.get("/text")
def text():
    path = (Path("reports") / request.args["name"]).resolve()
    if not str(path).startswith(folder + os.sep):
        abort(403)
    return send_file(path)


@app.get("/escaped")
def escaped():
    name = request.args["name"]
    title = html.escape(name)
    return title + open("reports/" + name).read()  # finds path-traversal


@app.get("/here")
def here():
    return send_file("reports" + request.path)


@app.get("/at/<path:rest>")
def at(rest):
    return send_file("reports" + request.path)  # finds path-traversal
