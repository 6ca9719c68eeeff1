import os
from urllib.parse import urlsplit
from urllib.request import urlopen

from flask import Flask, abort, request

app = Flask(__name__)
partners = os.environ["PARTNERS"].split(",")


def is_partner(url):
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" in partners


def is_short(url):
    return len(url) < 200


@app.get("/before")
def before():
    url = request.args["url"]
    parts = urlsplit(url)
    origin = f"{parts.scheme}://{parts.netloc}"
    if origin not in partners:
        abort(400)
    return urlopen(url).read()


@app.get("/function")
def by_function():
    url = request.args["url"]
    if not is_partner(url):
        abort(400)
    return urlopen(url).read()


@app.get("/elsewhere")
def elsewhere():
    url = request.args["url"]
    if not is_short(url):
        abort(400)
    return urlopen(url).read()  # finds server-side-request-forgery
