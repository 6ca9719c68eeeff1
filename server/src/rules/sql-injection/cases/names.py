import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get('/products')
def products():
    db = sqlite3.connect('shop.db')
    sort = request.args['sort']
    db.execute(f"SELECT * FROM products ORDER BY {sort}")  # finds sql-injection
    db.execute("SELECT * FROM products WHERE name = '%s' ORDER BY name %s" % (request.args['name'], request.args['direction']))  # finds sql-injection
    db.execute("SELECT * FROM {table} WHERE name = '{name}'".format(table=request.args['table'], name=request.args['name']))  # finds sql-injection
    db.execute(request.args['sql'])  # finds sql-injection
    return ''
