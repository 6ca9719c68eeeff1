import os
import re
import urllib.request
from urllib.parse import urlsplit

from flask import Flask, abort, jsonify, request

app = Flask(__name__)
PARTNERS = os.environ.get("PARTNERS", "").split(",")


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


client = urllib.request.build_opener(NoRedirects)


def is_partner(url):
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return f"{parts.scheme}://{parts.netloc}" in PARTNERS


@app.get("/preview")
def preview():
    url = request.args.get("url", "")
    if not is_partner(url):
        abort(400)
    try:
        with client.open(url, timeout=5) as answer:
            page = answer.read().decode("utf-8", "replace")
    except (OSError, ValueError):
        abort(502)
    found = re.search(r"<title>(.*?)</title>", page)
    return jsonify(title=found[1] if found else "")


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
