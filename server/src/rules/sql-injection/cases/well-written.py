import sqlite3
from contextlib import closing

import psycopg
from flask import Flask, abort, g, request
from psycopg import sql

app = Flask(__name__)
SORTABLE = {'name': 'name', 'price': 'unit_price'}
COLUMNS = ['id', 'name']


def get_db():
    if 'db' not in g:
        g.db = sqlite3.connect('app.db')
    return g.db


@app.get('/users/<name>')
def user(name):
    row = get_db().execute('SELECT id, name FROM users WHERE name = ?', (name,)).fetchone()
    return dict(row) if row else abort(404)


@app.get('/items/<int:item_id>')
def item(item_id):
    return dict(get_db().execute(f'SELECT * FROM items WHERE id = {item_id}').fetchone())


@app.get('/search')
def search():
    term = request.args.get('q', '')
    limit = request.args.get('limit', 20, type=int)
    column = SORTABLE.get(request.args.get('sort'), 'name')
    query = f'SELECT * FROM products WHERE name LIKE ? ORDER BY {column} LIMIT {limit}'
    return get_db().execute(query, (f'%{term}%',)).fetchall()


@app.get('/columns')
def columns():
    chosen = [c for c in request.args.getlist('c') if c in COLUMNS]
    return get_db().execute(f"SELECT {', '.join(chosen)} FROM products").fetchall()


@app.get('/direction')
def direction():
    wanted = request.args.get('d')
    if wanted not in {'ASC', 'DESC'}:
        abort(400)
    return get_db().execute('SELECT * FROM products ORDER BY name ' + wanted).fetchall()


@app.post('/import')
def load():
    rows = [(r['name'], r['price']) for r in request.get_json()]
    with closing(sqlite3.connect('app.db')) as db:
        db.executemany('INSERT INTO products (name, price) VALUES (?, ?)', rows)
    return ''


@app.get('/table')
def table():
    with psycopg.connect('') as conn, conn.cursor() as cur:
        cur.execute(sql.SQL('SELECT * FROM {} WHERE name = %s').format(sql.Identifier(request.args['t'])), (request.args['n'],))
        cur.execute('SELECT * FROM t WHERE a = %(a)s', {'a': request.args['a']})
        return cur.fetchall()
