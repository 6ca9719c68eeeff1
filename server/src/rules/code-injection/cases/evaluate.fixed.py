import ast
from flask import Flask, request, abort

app = Flask(__name__)


@app.route('/a')
def a():
    return {'length': len(ast.literal_eval(request.args['list']))} # finds code-injection


@app.route('/b')
def b():
    field = request.args['field']
    if field not in ('first', 'second'):
        abort(400)
    exec(f'print({field})') # finds code-injection
    return 'ok'
