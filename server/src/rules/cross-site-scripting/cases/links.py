from flask import Flask, request

app = Flask(__name__)


@app.get('/a')
def link():
    to = request.args['to']
    return '<a href="%s">Go on</a>' % to  # finds cross-site-scripting (error)


@app.get('/b')
def other():
    to = request.args['to']
    return f"<a href='{to}'>Go on</a>"  # finds cross-site-scripting (error)


@app.get('/c')
def search():
    return "<a href='/search?q=" + request.args['q'] + "'>Again</a>"  # finds cross-site-scripting (error)


@app.get('/d')
def event():
    return "<a onclick='go({})'>Go</a>".format(request.args['q'])  # finds cross-site-scripting (error)
