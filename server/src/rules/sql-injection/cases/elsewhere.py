from flask import Flask, request
from warehouse import run

app = Flask(__name__)


@app.get('/elsewhere')
def elsewhere():
    report = f"SELECT * FROM sales WHERE region = '{request.args['region']}'"  # finds sql-injection (warning)
    heading = 'Select ' + request.args['region'] + ' from the list'
    print(f"SELECT * FROM sales WHERE region = '{request.args['region']}'")
    return run(report, heading)


@app.get('/number')
def number():
    return run(f"SELECT * FROM sales WHERE month = {int(request.args['month'])}")
