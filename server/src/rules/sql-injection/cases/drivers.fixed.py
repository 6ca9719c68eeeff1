import sqlite3, asyncpg, psycopg2, pymysql
from flask import Flask, request
from sqlalchemy import text, create_engine
from django.db import connection
app = Flask(__name__)
engine = create_engine('x')

@app.get('/a')
def a():
    db = sqlite3.connect('app.db')
    name = request.args['name']
    params = []
    sql = "SELECT * FROM t WHERE 1=1"
    if name:
        params.append(f'%{name}%')
        sql += " AND name LIKE ?"
    if request.args.get('b'): params.append(request.args['b']); sql += " AND b = ?"
    db.execute(sql, params)  # finds sql-injection
    ids = request.args.getlist('ids')
    db.execute(f"SELECT * FROM t WHERE id IN ({', '.join(['?'] * len(ids))})", ids)  # finds sql-injection
    db.execute("SELECT * FROM t WHERE id IN (%s)" % ', '.join(['?'] * len(ids)), ids)  # finds sql-injection
    db.execute("SELECT * FROM t WHERE a = ? AND b = '{}'", (name,))  # finds sql-injection
    return 'x'

@app.get('/b')
def b():
    pg = psycopg2.connect('')
    cur = pg.cursor()
    n = request.args['n']
    cur.execute("SELECT * FROM t WHERE a LIKE 'x%%' AND b = %s", (n,))  # finds sql-injection
    cur.execute("SELECT * FROM t WHERE a LIKE 'x%%' AND b = %s", (n,))  # finds sql-injection
    cur.execute("SELECT * FROM t WHERE a = %s", (n,))  # finds sql-injection
    cur.execute("SELECT * FROM t WHERE a = %(n)s AND b = %(b)s", {'b': 1, 'n': n})  # finds sql-injection
    my = pymysql.connect(host='x')
    c = my.cursor()
    c.execute("SELECT * FROM t LIMIT %s OFFSET %s", (int(n), int(request.args['o'])))  # finds sql-injection
    sql = """
        SELECT * FROM t
        WHERE a = %s
          AND b = %s
    """
    c.execute(sql, (n, request.args['b']))  # finds sql-injection
    with engine.connect() as conn:
        conn.execute(text("SELECT * FROM t WHERE a = :n"), {'n': n})  # finds sql-injection
        conn.execute(text("SELECT * FROM t WHERE a = :n AND c = :c"), {'c': 1, 'n': n})  # finds sql-injection
        conn.execute(text("SELECT * FROM t WHERE a = :n"), {'n': n})  # finds sql-injection
        q = text("SELECT * FROM t WHERE a = :n").bindparams(n=n)  # finds sql-injection
        conn.execute(q)
    return ''

async def c(request):
    conn = await asyncpg.connect()
    name = request.args['name']
    await conn.fetch(f"SELECT * FROM t WHERE a = '{name}'")
    sql = "SELECT * FROM t WHERE a = $1"
    if name:
        sql += f" AND b = '{name}'"
    await conn.fetch(sql, 1)

async def d(name):
    conn = await asyncpg.connect()
    params = []
    sql = "SELECT * FROM t"
    if name:
        params.append(name)
        params.append(name)
        sql += f" WHERE b = ${len(params) - 1} AND c = ${len(params)}"
    await conn.fetch(sql, *params)  # finds sql-injection (warning)
