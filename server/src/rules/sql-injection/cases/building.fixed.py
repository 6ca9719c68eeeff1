import sqlite3
import psycopg2
import psycopg
from flask import Flask, request, g, abort
from django.db import connection

app = Flask(__name__)

def get_db():
    if 'db' not in g:
        g.db = sqlite3.connect('a.db')
    return g.db

@app.route('/1')
def one():
    db = get_db()
    return db.execute("SELECT * FROM t WHERE a = ?", (request.args['a'],)).fetchall()  # finds sql-injection

@app.route('/2')
def two():
    cur = get_db().cursor()
    cur.execute("SELECT * FROM t WHERE a = ?", (request.args.get('a'),))  # finds sql-injection
    return cur.fetchall()

@app.route('/3')
def three():
    cur = get_db().cursor()
    cur.execute("SELECT * FROM t WHERE a = ?", (request.form['a'],))  # finds sql-injection
    cur.execute("SELECT * FROM t WHERE a = ? AND b = ?", (request.form['a'], request.form['b']))  # finds sql-injection
    cur.execute("SELECT * FROM t WHERE a = ?", (request.form['a'],))  # finds sql-injection
    return cur.fetchall()

@app.route('/4/<name>/<int:n>')
def four(name, n):
    conn = psycopg2.connect('')
    cur = conn.cursor()
    cur.execute("SELECT * FROM t WHERE a = %s", (name,))  # finds sql-injection
    cur.execute("SELECT * FROM t WHERE n = %s" % n)
    cur.execute("SELECT * FROM t WHERE n = %s", (n,))
    with conn.cursor() as c2:
        c2.execute("SELECT * FROM t WHERE a = %s AND b = %s", (n, name,))  # finds sql-injection

@app.route('/5')
def five():
    with psycopg.connect('') as conn:
        with conn.cursor() as cur:
            cur.execute("SELECT * FROM t WHERE a = %s", (request.args['a'],))  # finds sql-injection

@app.route('/6')
def six():
    sort = request.args.get('sort', 'name')
    if sort not in ('name', 'price'):
        abort(400)
    return get_db().execute(f"SELECT * FROM t ORDER BY {sort}").fetchall()

@app.route('/7')
def seven():
    page = request.args.get('page', 1, type=int)
    n = int(request.args['n'])
    return get_db().execute(f"SELECT * FROM t LIMIT {n} OFFSET {page}").fetchall()

@app.route('/8')
def eight():
    ids = request.args.getlist('id')
    marks = ','.join('?' for _ in ids)
    return get_db().execute(f"SELECT * FROM t WHERE id IN ({marks})", ids).fetchall()

@app.route('/9')
def nine():
    ids = request.args.getlist('id')
    marks = ','.join(['?'] * len(ids))
    get_db().execute("SELECT * FROM t WHERE id IN (" + ', '.join(['?'] * len(ids)) + ")", ids)  # finds sql-injection
    return get_db().execute(f"SELECT * FROM t WHERE id IN ({marks})", ids).fetchall()

def build(name):
    return "SELECT * FROM t WHERE a = ?"

@app.route('/10')
def ten():
    query = "SELECT * FROM t WHERE 1=1"
    params = []
    if request.args.get('a'):
        query += " AND a = ?"
        params.append(request.args['a'])
    get_db().execute(query, params)
    query += " AND b = '" + request.args['b'] + "'"
    get_db().execute(query, params)  # finds sql-injection
    get_db().execute(build(request.args['c']), (request.args['c'],))  # finds sql-injection

@app.post('/11')
def eleven():
    data = request.get_json()
    name = data.get('name')
    get_db().execute("INSERT INTO t VALUES (?, ?)", (data['a'], name))  # finds sql-injection
    sql = """
        SELECT *
        FROM t
        WHERE a = ?
    """
    get_db().execute(sql, (name,))  # finds sql-injection
    get_db().executescript("DELETE FROM t WHERE a = " + name)  # finds sql-injection

ALLOWED = {'name': 'name', 'price': 'price'}

@app.route('/12')
def twelve():
    col = ALLOWED.get(request.args.get('sort'), 'name')
    col2 = ALLOWED[request.args['sort']]
    d = 'DESC' if request.args.get('d') == 'desc' else 'ASC'
    get_db().execute(f"SELECT * FROM t ORDER BY {col}, {col2} {d}")

class Repo:
    def __init__(self, conn):
        self.conn = conn

    def find(self, name):
        return self.conn.execute("SELECT * FROM t WHERE a = ?", (name,))  # finds sql-injection (warning)

    def by_id(self, id: int):
        return self.conn.execute(f"SELECT * FROM t WHERE a = {id}")

async def handler(name: str):
    async with await psycopg.AsyncConnection.connect('') as c:
        async with c.cursor() as cur:
            await cur.execute("SELECT * FROM t WHERE a = %s", (name,))  # finds sql-injection (warning)
