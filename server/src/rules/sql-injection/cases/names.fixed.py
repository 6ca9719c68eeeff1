import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get('/products')
def products():
    db = sqlite3.connect('shop.db')
    sort = request.args['sort']
    sort_column = sort if sort in ('id', 'name') else 'id'
    db.execute(f"SELECT * FROM products ORDER BY {sort_column}")  # finds sql-injection
    allowed_direction = 'DESC' if str(request.args['direction']).lower() == 'desc' else 'ASC'
    db.execute("SELECT * FROM products WHERE name = ? ORDER BY name %s" % (allowed_direction), (request.args['name'],))  # finds sql-injection
    allowed_table = request.args['table'] if request.args['table'] in ('users', 'orders') else 'users'
    db.execute("SELECT * FROM {table} WHERE name = ?".format(table=allowed_table), (request.args['name'],))  # finds sql-injection
    db.execute(request.args['sql'])  # finds sql-injection
    return ''
