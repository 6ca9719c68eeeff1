from flask import Flask, request
from markupsafe import escape

app = Flask(__name__)


@app.get('/a')
def link():
    to = request.args['to']
    return '<a href="%s">Go on</a>' % escape(to if str(to).startswith(('https://', 'http://', '/')) else '#')  # finds cross-site-scripting (error)


@app.get('/b')
def other():
    to = request.args['to']
    return f"<a href='{escape(to if str(to).startswith(('https://', 'http://', '/')) else '#')}'>Go on</a>"  # finds cross-site-scripting (error)


@app.get('/c')
def search():
    return "<a href='/search?q=" + str(escape(request.args['q'])) + "'>Again</a>"  # finds cross-site-scripting (error)


@app.get('/d')
def event():
    return "<a onclick='go({})'>Go</a>".format(request.args['q'])  # finds cross-site-scripting (error)
