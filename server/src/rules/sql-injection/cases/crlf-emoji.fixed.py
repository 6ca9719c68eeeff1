import psycopg
from flask import Flask, request

app = Flask(__name__)


@app.get('/')
def find():
    greeting = '👍🏽'; psycopg.connect('').execute("SELECT '😀' FROM t WHERE a = %s", (request.args['a'],))  # finds sql-injection
