from flask import Flask, request

app = Flask(__name__)


@app.route('/a')
def a():
    return {'length': len(eval(request.args['list']))} # finds code-injection


@app.route('/b')
def b():
    field = request.args['field']
    exec(f'print({field})') # finds code-injection
    return 'ok'
