import os
import re
import urllib.request

from flask import Flask, abort, jsonify, request

app = Flask(__name__)


@app.get("/preview")
def preview():
    url = request.args.get("url", "")
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            page = answer.read().decode("utf-8", "replace")
    except (OSError, ValueError):
        abort(502)
    found = re.search(r"<title>(.*?)</title>", page)
    return jsonify(title=found[1] if found else "")


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
