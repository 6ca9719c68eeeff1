from flask import Flask, request, session, abort

app = Flask(__name__)


@app.post('/plan')
def plan():
    given_plan = request.form['plan']
    if given_plan not in ('small', 'large'):
        abort(400)
    session['plan'] = given_plan  # finds trust-boundary (warning)
    return 'ok'
