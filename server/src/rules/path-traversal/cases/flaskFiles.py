import os
from flask import Flask, request, send_file, render_template

app = Flask(__name__)
FILES = 'files'

@app.route('/a')
def a():
    with open(os.path.join(FILES, request.args['name'])) as f: # finds path-traversal
        return f.read()

@app.route('/b')
def b():
    name = request.args.get('name')
    path = os.path.join(FILES, name)
    return send_file(path) # finds path-traversal

@app.route('/c/<name>')
def c(name):
    return open(name + '.csv').read() # finds path-traversal

@app.route('/d')
def d():
    name = request.args.get('name')
    return open(f'files/{name}').read() # finds path-traversal

@app.route('/e')
def e():
    return render_template(request.args['page'])
