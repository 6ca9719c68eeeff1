from flask import Flask, request

app = Flask(__name__)


@app.get('/hello')
def hello():
    name = request.args.get('name', '')
    return f'<h1>Hello, {name}</h1>'  # finds cross-site-scripting


@app.get('/added')
def added():
    return '<p>' + request.args['text'] + '</p>'  # finds cross-site-scripting


@app.get('/percent')
def percent():
    return '<p>%s</p>' % request.args['text']  # finds cross-site-scripting


@app.get('/link')
def link():
    return f'<a href="{request.args["to"]}">on</a>'  # finds cross-site-scripting
