import os
from pathlib import Path
from flask import Flask, request, send_file, send_from_directory

app = Flask(__name__)


@app.get('/a')
def files():
    name = request.args['name']
    open(name)  # finds path-traversal
    open('notes/' + name + '.txt')  # finds path-traversal
    open(os.path.join('notes', name), 'w')  # finds path-traversal
    open(os.path.join('notes', os.path.basename(name)))
    os.remove(f'notes/{name}')  # finds path-traversal
    send_file('pictures/' + name)  # finds path-traversal
    (Path('notes') / name).read_text()  # finds path-traversal
    open(f'notes/{int(name)}.txt')
    return send_from_directory('pictures', name)


def helper(name):
    return open('notes/' + name)


def checked(name):
    path = os.path.realpath(os.path.join('notes', request.args['name']))
    if not path.startswith('/srv/notes/'):
        return None
    return open(path)
