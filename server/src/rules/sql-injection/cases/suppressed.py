from flask import Flask, request
import sqlite3

app = Flask(__name__)
db = sqlite3.connect('app.db')


@app.get('/report')
def report():
    # backend-tutor-ignore sql-injection: the proxy lets only our own reports through
    db.execute('SELECT * FROM ' + request.args['table'])
    # backend-tutor-ignore sql-injection
    db.execute('SELECT * FROM ' + request.args['table'])  # finds sql-injection
    # A table's name is no value: there is no placeholder for it, and so no fix.
    return ''
