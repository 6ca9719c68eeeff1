import re

from flask import Flask, request

app = Flask(__name__)


@app.get('/a')
def names():
    found = re.compile(f"^{request.args['name']}")  # finds regex-injection (warning)
    return [name for name in all_names() if found.match(name)]
