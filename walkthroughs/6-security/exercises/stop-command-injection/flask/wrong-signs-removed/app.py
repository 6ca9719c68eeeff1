import os
import subprocess
import sys

from flask import Flask, request

app = Flask(__name__)


@app.get("/labels")
def print_label():
    name = request.args.get("name", "")
    for sign in ';&|"':
        name = name.replace(sign, "")
    command = f'"{sys.executable}" label.py "{name}"'
    result = subprocess.run(command, shell=True, capture_output=True, text=True)
    if result.returncode != 0:
        return "The label could not be printed.", 500
    return result.stdout, {"Content-Type": "text/plain; charset=utf-8"}


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
