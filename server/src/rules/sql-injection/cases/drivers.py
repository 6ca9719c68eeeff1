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
    sql = "SELECT * FROM t WHERE 1=1"
    if name:
        sql += f" AND name LIKE '%{name}%'"
    if request.args.get('b'): sql += " AND b = '" + request.args['b'] + "'"
    db.execute(sql)  # finds sql-injection
    ids = request.args.getlist('ids')
    db.execute(f"SELECT * FROM t WHERE id IN ({','.join(ids)})")  # finds sql-injection
    db.execute("SELECT * FROM t WHERE id IN (%s)" % ','.join(ids))  # finds sql-injection
    db.execute("SELECT * FROM t WHERE a = '{}' AND b = '{{}}'".format(name))  # finds sql-injection
    return 'x'

@app.get('/b')
def b():
    pg = psycopg2.connect('')
    cur = pg.cursor()
    n = request.args['n']
    cur.execute("SELECT * FROM t WHERE a LIKE 'x%' AND b = '" + n + "'")  # finds sql-injection
    cur.execute("SELECT * FROM t WHERE a LIKE 'x%%' AND b = '%s'" % n)  # finds sql-injection
    cur.execute("SELECT * FROM t WHERE a = '%(n)s'" % {'n': n})  # finds sql-injection
    cur.execute(f"SELECT * FROM t WHERE a = '{n}' AND b = %(b)s", {'b': 1})  # finds sql-injection
    my = pymysql.connect(host='x')
    c = my.cursor()
    c.execute(f"SELECT * FROM t LIMIT {n} OFFSET {request.args['o']}")  # finds sql-injection
    sql = """
        SELECT * FROM t
        WHERE a = '%s'
          AND b = %s
    """ % (n, request.args['b'])
    c.execute(sql)  # finds sql-injection
    with engine.connect() as conn:
        conn.execute(text(f"SELECT * FROM t WHERE a = '{n}'"))  # finds sql-injection
        conn.execute(text("SELECT * FROM t WHERE a = '" + n + "' AND c = :c"), {'c': 1})  # finds sql-injection
        conn.execute("SELECT * FROM t WHERE a = '" + n + "'")  # finds sql-injection
        q = text("SELECT * FROM t WHERE a = '%s'" % n)  # finds sql-injection
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
    sql = "SELECT * FROM t"
    if name:
        sql += f" WHERE b = '{name}' AND c = '{name}'"
    await conn.fetch(sql)  # finds sql-injection (warning)
