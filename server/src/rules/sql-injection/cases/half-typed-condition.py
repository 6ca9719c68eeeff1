from flask import Flask, request
import sqlite3

app = Flask(__name__)
db = sqlite3.connect('app.db')


@app.get('/a')
def a():
    db.execute("SELECT * FROM t WHERE a = '" + request.args['a'] + "'")  # misses sql-injection
    if request.


@app.get('/b')
def b():
    db.execute("SELECT * FROM t WHERE a = '" + request.args['a'] + "'")  # finds sql-injection
    return (
