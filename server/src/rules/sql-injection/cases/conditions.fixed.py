import sqlite3
from flask import Flask, request
app = Flask(__name__)
@app.get('/a')
def a():
    db = sqlite3.connect('app.db')
    params = []
    where = ["1 = 1"]
    if request.args.get('a'):
        params.append(request.args['a'])
        where.append("a = ?")
    if request.args.get('b'):
        params.append(request.args['b'])
        where.append("b = ?")
    return db.execute("SELECT * FROM t WHERE " + " AND ".join(where), params).fetchall()  # finds sql-injection
