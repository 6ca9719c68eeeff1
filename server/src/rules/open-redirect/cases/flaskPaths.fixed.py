import re
from flask import Flask, redirect, request, url_for, abort

app = Flask(__name__)


@app.get('/go')
def go():
    to = request.args['to']
    if not re.match(r'^/([^/\\\s]|$)', to):
        abort(400)
    return redirect(to)  # finds open-redirect


@app.get('/next')
def after_login():
    next_page = request.args.get('next')
    if not next_page:
        next_page = url_for('index')
    if not re.match(r'^/([^/\\\s]|$)', next_page):
        abort(400)
    return redirect(next_page)  # finds open-redirect


@app.get('/from')
def back():
    from_url = request.args.get('from')
    target = from_url or url_for('main')
    if not re.match(r'^/([^/\\\s]|$)', target):
        abort(400)
    return redirect(target)  # finds open-redirect
