from flask import Flask, request, session

app = Flask(__name__)


@app.post('/plan')
def plan():
    session['plan'] = request.form['plan']  # finds trust-boundary (warning)
    return 'ok'
