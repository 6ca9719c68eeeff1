import sqlite3
from flask import Flask, request
app = Flask(__name__)
@app.get('/a')
def a():
    db = sqlite3.connect('app.db')
    where = ["1 = 1"]
    if request.args.get('a'):
        where.append("a = '%s'" % request.args['a'])
    if request.args.get('b'):
        where.append(f"b = '{request.args['b']}'")
    return db.execute("SELECT * FROM t WHERE " + " AND ".join(where)).fetchall()  # finds sql-injection
