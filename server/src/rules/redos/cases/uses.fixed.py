import re
from flask import Flask, request

app = Flask(__name__)
words = re.compile(r'^(\w+(?:\s\w+)*\s?)?$')  # finds redos (warning)
fine = re.compile(r'^\w+(\s\w+)*$')
verbose = re.compile(r'( \w+ ) + # (a+)+', re.VERBOSE)


@app.get('/a')
def uses():
    name = request.args['name']
    return {'a': re.match(r'(a+)$', name) is not None}  # finds redos
