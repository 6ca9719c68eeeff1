from flask import Flask, request
from markupsafe import escape

app = Flask(__name__)


@app.get('/hello')
def hello():
    name = request.args.get('name', '')
    return f'<h1>Hello, {escape(name)}</h1>'  # finds cross-site-scripting


@app.get('/added')
def added():
    return '<p>' + str(escape(request.args['text'])) + '</p>'  # finds cross-site-scripting


@app.get('/percent')
def percent():
    return '<p>%s</p>' % escape(request.args['text'])  # finds cross-site-scripting


@app.get('/link')
def link():
    return f'<a href="{escape(request.args["to"] if str(request.args["to"]).startswith(("https://", "http://", "/")) else "#")}">on</a>'  # finds cross-site-scripting
